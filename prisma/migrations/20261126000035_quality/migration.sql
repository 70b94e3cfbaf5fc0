-- How good the values of the file are, field by field: figures alone, counted while the plan is made.
ALTER TABLE "import" ADD COLUMN "quality" JSONB;
