-- The rule for inactive contacts that made the list of a removal, where no person brought a file.
ALTER TABLE "import" ADD COLUMN "inactive_rule" JSONB;
-- What a worker looks for every two seconds: lists that are read and wait for nobody.
CREATE INDEX "import_made_by_rule" ON "import"("id") WHERE "inactive_rule" IS NOT NULL AND "state" = 'read';
