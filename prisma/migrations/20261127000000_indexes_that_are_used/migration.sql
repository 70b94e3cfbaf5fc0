-- Comparisons of enumerations are not leakproof: under row-level security no index answers them, and the two that were to do so cost each
-- row of a plan its entry for nothing. What a comparison implies may still be the predicate of an index: these hold the few rows that are
-- looked for among many, by their place in the file.
DROP INDEX "import_row_institution_id_import_id_bucket_idx";
DROP INDEX "plan_change_institution_id_import_id_kind_row_idx";

CREATE INDEX "import_row_aside" ON "import_row"("institution_id", "import_id", "row") WHERE "bucket" NOT IN ('created', 'updated', 'unchanged');
CREATE INDEX "plan_change_of_contacts" ON "plan_change"("institution_id", "import_id", "row") WHERE "kind" IN ('update', 'remove');
