-- What an institution decides about its imports, and its own lists.
ALTER TABLE "institution" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "import" ADD COLUMN "rules" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "list_value" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "list" VARCHAR(20) NOT NULL,
    "code" VARCHAR(200) NOT NULL,
    "labels" JSONB NOT NULL DEFAULT '{}',
    "rank" INTEGER NOT NULL,
    CONSTRAINT "list_value_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "list_value_institution_id_list_code_key" ON "list_value"("institution_id", "list", "code");

CREATE TABLE "salutation" (
    "institution_id" INTEGER NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "language" VARCHAR(10) NOT NULL,
    "letter" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    CONSTRAINT "salutation_pkey" PRIMARY KEY ("institution_id","title","language")
);

CREATE TABLE "number_range" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "first" BIGINT NOT NULL,
    "last" BIGINT NOT NULL,
    "label" TEXT NOT NULL,
    CONSTRAINT "number_range_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "number_range_in_order" CHECK ("first" >= 0 AND "last" >= "first")
);
CREATE INDEX "number_range_institution_id_environment_first_idx" ON "number_range"("institution_id", "environment", "first");

-- The text as typed beside a telephone number in E.164, and who signs in with an e-mail.
ALTER TABLE "contact_means" ADD COLUMN "telephone_typed" TEXT, ADD COLUMN "fax_typed" TEXT, ADD COLUMN "cellphone_typed" TEXT,
  ADD COLUMN "login" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "contact_means_login" ON "contact_means"("institution_id", "environment", "email1") WHERE "login";

-- Evidence of consents, which the documented format has no place for.
ALTER TABLE "contact_authorizations" ADD COLUMN "consent_date" DATE, ADD COLUMN "consent_source" TEXT;

-- A comparison with = is one that row-level security lets an index answer, other than a search within the text.
ALTER TABLE "contact" ADD COLUMN "plain_name" TEXT COLLATE "C" GENERATED ALWAYS AS (foyer_plain(official_name)) STORED;
CREATE INDEX "contact_plain_name" ON "contact"("institution_id", "environment", "plain_name") WHERE "plain_name" IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "list_value", "salutation", "number_range" TO foyer_app;
GRANT USAGE, SELECT ON SEQUENCE "list_value_id_seq", "number_range_id_seq" TO foyer_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['list_value', 'salutation', 'number_range'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY institution ON %I
      USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
      WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))$p$, t);
  END LOOP;
END $$;
