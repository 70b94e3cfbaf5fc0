-- What a removal does to a contact, and what it leaves. An operation of null is that of an import that adds and changes contacts.
CREATE TYPE "RemovalOperation" AS ENUM ('INVALIDATE', 'UPDATEACT', 'DELETE', 'ANONYMIZE', 'DROP');
-- erased: the values of the change were taken away because its person was erased; it is never carried out or taken back.
ALTER TABLE "plan_change" ADD COLUMN "operation" "RemovalOperation", ADD COLUMN "erased" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "contact" ADD COLUMN "inactive_reason" VARCHAR(40), ADD COLUMN "erasure" "RemovalOperation";

-- What the ticketing system knows of a contact and removals must ask. Money in hundredths, owed by the contact below zero.
CREATE TABLE "contact_standing" (
    "institution_id" INTEGER NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "sales" INTEGER NOT NULL,
    "last_purchase" DATE,
    "balance" BIGINT NOT NULL,
    "open_orders" INTEGER NOT NULL,
    "beneficiary" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_standing_pkey" PRIMARY KEY ("institution_id","contact_id")
);

-- By what an erased person is known again: keyed hashes, nothing that can be read.
CREATE TYPE "FingerprintKind" AS ENUM ('number', 'email', 'person');
CREATE TABLE "erased_fingerprint" (
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "kind" "FingerprintKind" NOT NULL,
    "digest" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_id" INTEGER NOT NULL,

    CONSTRAINT "erased_fingerprint_pkey" PRIMARY KEY ("institution_id","environment","kind","digest")
);

-- Since when traces of people whom the import erased wait to be taken away everywhere else, and when the last were. A lawful override of
-- fingerprints, for the import that it was given for: {reason, userId, at}.
ALTER TABLE "import" ADD COLUMN "traces_due_at" TIMESTAMPTZ(3), ADD COLUMN "traces_erased_at" TIMESTAMPTZ(3), ADD COLUMN "erased_override" JSONB;
CREATE INDEX "import_traces_due_at_idx" ON "import"("traces_due_at");
-- When the bytes of the file were taken away because a person in it was erased.
ALTER TABLE "stored_file" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['contact_standing', 'erased_fingerprint'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY institution ON %I
      USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
      WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))$p$, t);
  END LOOP;
END $$;

-- HMAC-SHA-256 (RFC 2104) in terms of sha256, so that sets of values need not leave the database to be compared. The two blocks made of the key
-- are settings of the transaction (lib/server/removals/fingerprints.ts). The institution and the kind are part of what is hashed.
CREATE FUNCTION foyer_fingerprint(kind "FingerprintKind", value text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(decode(current_setting('foyer.fingerprint_outer'), 'hex') || sha256(decode(current_setting('foyer.fingerprint_inner'), 'hex')
    || convert_to(foyer_institution() || '|' || kind || '|' || value, 'UTF8')));
