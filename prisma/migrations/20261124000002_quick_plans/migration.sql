-- What a row said about a contact that it created or updated, as a hash: the same row again changes nothing as long as the contact is still
-- at that version, and need not be compared.
ALTER TABLE "contact" ADD COLUMN "row_hash" BIGINT, ADD COLUMN "row_hash_version" INTEGER;
-- A plan is written once and read a few times: its values are kept as they are written.
ALTER TABLE "plan_change" ALTER COLUMN "before" TYPE JSON, ALTER COLUMN "after" TYPE JSON, ADD COLUMN "row_hash" BIGINT;
-- Moves whenever another writer than the one before changes contacts: a plan tells by it whether anything moved under it.
ALTER TABLE "contact_number_sequence" ADD COLUMN "revision" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "writer" INTEGER;
-- The revision a plan was made at, and the fields and criteria it touches.
ALTER TABLE "import" ADD COLUMN "plan_revision" BIGINT, ADD COLUMN "plan_keys" TEXT[] NOT NULL DEFAULT '{}';
