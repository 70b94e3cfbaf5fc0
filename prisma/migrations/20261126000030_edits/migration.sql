-- What is done to the columns of a file before they are mapped, kept with the import and remembered with the mapping.
ALTER TABLE "import" ADD COLUMN "edits" JSONB;
ALTER TABLE "recipe" ADD COLUMN "edits" JSONB;
