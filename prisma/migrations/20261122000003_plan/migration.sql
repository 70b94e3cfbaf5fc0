-- A file is planned in one transaction: what cleaning made of its rows lives in temporary tables, only rows and buckets are kept.
ALTER TABLE "import_row" DROP COLUMN "fields", DROP COLUMN "key_number", DROP COLUMN "key_email", DROP COLUMN "key_structure",
  ALTER COLUMN "bucket" SET NOT NULL;

-- One address of a contact is compared; the change has to say which.
ALTER TABLE "plan_change" ADD COLUMN "address_uses" VARCHAR(3);

-- Structures are found by their official name.
ALTER TABLE "contact" ALTER COLUMN "official_name" TYPE text COLLATE "C";
CREATE INDEX "contact_institution_id_environment_official_name_idx" ON "contact"("institution_id", "environment", "official_name");
