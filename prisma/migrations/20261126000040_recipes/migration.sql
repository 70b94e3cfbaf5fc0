-- A remembered mapping gets a name, its columns, rules and reading beside it, and a history; without a name it goes on as before.
CREATE TYPE "RecipeOrigin" AS ENUM ('saved', 'accepted', 'restored', 'imported');
ALTER TABLE "recipe" ADD COLUMN "name" VARCHAR(100), ADD COLUMN "header" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "rules" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "read_options" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX "recipe_institution_id_name_key" ON "recipe"("institution_id", "name");

-- A recipe as it was, version by version; the newest is what the recipe holds.
CREATE TABLE "recipe_version" (
    "institution_id" INTEGER NOT NULL,
    "recipe_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "header" TEXT[] NOT NULL DEFAULT '{}',
    "mapping" JSONB NOT NULL,
    "edits" JSONB,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "read_options" JSONB NOT NULL DEFAULT '{}',
    "origin" "RecipeOrigin" NOT NULL,
    "restored_from" INTEGER,
    "made_by" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "recipe_version_pkey" PRIMARY KEY ("institution_id", "recipe_id", "version")
);

-- How the files were filled that were accepted with a recipe: shares, counts and orders of dates, and values of closed lists; no contact.
CREATE TABLE "recipe_file" (
    "institution_id" INTEGER NOT NULL,
    "recipe_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "shape" JSONB NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "recipe_file_pkey" PRIMARY KEY ("institution_id", "recipe_id", "import_id")
);

-- By which recipe a file was recognised, whether its mapping was taken without being asked, and what differed from the file before.
ALTER TABLE "import" ADD COLUMN "recipe_id" INTEGER, ADD COLUMN "recipe_version" INTEGER, ADD COLUMN "passed_at" TIMESTAMPTZ(3),
  ADD COLUMN "drift" JSONB, ADD COLUMN "drift_accepted_by" INTEGER, ADD COLUMN "drift_accepted_at" TIMESTAMPTZ(3);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['recipe_version', 'recipe_file'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY institution ON %I
      USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
      WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))$p$, t);
    -- When a person was erased their statistics are taken anew as well.
    IF current_setting('server_version_num')::int >= 170000 THEN
      EXECUTE format('GRANT MAINTAIN ON %I TO foyer_app', t);
    END IF;
  END LOOP;
END $$;
