-- An undo is an import with a plan of its own: what it takes back, and which part of it.
CREATE TYPE "ImportKind" AS ENUM ('file', 'undo', 'redo');
ALTER TABLE "import" ADD COLUMN "kind" "ImportKind" NOT NULL DEFAULT 'file', ADD COLUMN "undoes" INTEGER, ADD COLUMN "undo_scope" JSONB;
ALTER TABLE "import" ADD CONSTRAINT "import_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import" ADD CONSTRAINT "import_undo_undoes_something" CHECK (("kind" = 'file') = ("undoes" IS NULL));
ALTER TABLE "import" ADD CONSTRAINT "import_undo_reads_no_file" CHECK ("kind" = 'file' OR "state" NOT IN ('uploading', 'reading', 'read', 'mapped'));
CREATE INDEX "import_undoes_idx" ON "import"("undoes");

-- Contacts that an undo takes away again.
ALTER TYPE "ChangeKind" ADD VALUE 'remove' BEFORE 'unchanged';
ALTER TYPE "Outcome" ADD VALUE 'removed' BEFORE 'unchanged';
ALTER TYPE "Bucket" ADD VALUE 'removed' BEFORE 'unchanged';

-- Who signed in with an e-mail cannot be told from values: kept with what was done, and given back from there.
ALTER TABLE "plan_change" ADD COLUMN "login" BOOLEAN;
ALTER TABLE "change_result" ADD COLUMN "login" BOOLEAN;

-- By which imports a contact came to its values. Contacts of an import have ids in a row: new entries go to the end of the index.
CREATE INDEX "change_result_institution_id_contact_id_idx" ON "change_result"("institution_id", "contact_id");
