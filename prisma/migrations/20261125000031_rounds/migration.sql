-- Rows that met a changed contact are planned again, alone: the round of planning that an import is in, and by which a row and its changes
-- were planned.
ALTER TABLE "import" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "import_row" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "plan_change" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
