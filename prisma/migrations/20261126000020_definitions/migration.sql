-- What an institution defines of its criteria beyond type and values, and what it retired: contacts keep what is retired, files no longer bring it.
CREATE TYPE "CriterionInternet" AS ENUM ('UPDATE', 'READ_ONLY', 'NONE');
ALTER TABLE "criterion" ADD COLUMN "name" TEXT NOT NULL DEFAULT '', ADD COLUMN "mandatory" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "centralised" BOOLEAN NOT NULL DEFAULT true, ADD COLUMN "internet" "CriterionInternet" NOT NULL DEFAULT 'NONE',
  ADD COLUMN "section" TEXT NOT NULL DEFAULT '', ADD COLUMN "retired_at" TIMESTAMPTZ(3),
  ADD COLUMN "created_by_import" INTEGER, ADD COLUMN "retired_by_import" INTEGER;
UPDATE "criterion" SET "name" = coalesce("labels"->>'en', "labels"->>'fr', "code");
ALTER TABLE "criterion_value" ADD COLUMN "retired_at" TIMESTAMPTZ(3), ADD COLUMN "created_by_import" INTEGER, ADD COLUMN "retired_by_import" INTEGER;
ALTER TABLE "list_value" ADD COLUMN "retired_at" TIMESTAMPTZ(3), ADD COLUMN "created_by_import" INTEGER, ADD COLUMN "retired_by_import" INTEGER;

-- Criteria, values and structure types that the plan of an import defines, to be confirmed with it.
CREATE TABLE "import_definition" (
    "institution_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "list" VARCHAR(20) NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "value" TEXT NOT NULL,
    "type" "CriterionType",
    "rank" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    CONSTRAINT "import_definition_pkey" PRIMARY KEY ("institution_id", "import_id", "list", "code", "value")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_definition" TO foyer_app;
ALTER TABLE "import_definition" ENABLE ROW LEVEL SECURITY;
CREATE POLICY institution ON "import_definition"
  USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
  WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()));
