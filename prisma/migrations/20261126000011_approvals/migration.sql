-- What cannot be undone is asked for by one person and approved by another. Whom the database trusts in this is the user of the transaction's
-- scope, never a column that a statement fills as it likes.
CREATE TYPE "ApprovalSubject" AS ENUM ('removal');
CREATE TYPE "ApprovalState" AS ENUM ('requested', 'questioned', 'approved', 'refused', 'withdrawn', 'cancelled', 'run', 'stale');
CREATE TYPE "ApprovalBasis" AS ENUM ('person_asked', 'retention', 'wrong_import', 'other');
CREATE TYPE "MessageKind" AS ENUM ('question', 'answer', 'refusal');

CREATE TABLE "approval" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "subject" "ApprovalSubject" NOT NULL DEFAULT 'removal',
    "import_id" INTEGER NOT NULL,
    "plan_hash" CHAR(64) NOT NULL,
    "plan" JSONB NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'requested',
    "basis" "ApprovalBasis" NOT NULL,
    "reason" TEXT NOT NULL,
    "requester" INTEGER NOT NULL,
    "requester_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decider" INTEGER,
    "decider_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "run_not_before" TIMESTAMPTZ(3),
    "ended_by" INTEGER,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "certified" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "approval_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approval_requester_is_a_person" CHECK ("requester" > 0),
    CONSTRAINT "approval_four_eyes" CHECK ("decider" <> "requester"),
    CONSTRAINT "approval_decided" CHECK ("state" NOT IN ('approved', 'run') OR ("decider" IS NOT NULL AND "decided_at" IS NOT NULL AND "run_not_before" IS NOT NULL))
);
ALTER TABLE "approval" ADD CONSTRAINT "approval_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "approval_institution_id_import_id_idx" ON "approval"("institution_id", "import_id");
-- What a worker looks for every two seconds: that which waits to begin, or for its certificate.
CREATE INDEX "approval_due" ON "approval"("run_not_before") WHERE "state" = 'approved';
CREATE INDEX "approval_uncertified" ON "approval"("id") WHERE "state" = 'run' AND NOT "certified";
CREATE INDEX "approval_state_requested_at_idx" ON "approval"("state", "requested_at");
CREATE UNIQUE INDEX "approval_one_open" ON "approval"("institution_id", "import_id") WHERE "state" IN ('requested', 'questioned', 'approved');

CREATE TABLE "approval_message" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "approval_id" INTEGER NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "author" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "approval_message_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "approval_message" ADD CONSTRAINT "approval_message_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "approval_message_institution_id_approval_id_idx" ON "approval_message"("institution_id", "approval_id");

-- What was certified of a removal stays as it was certified.
CREATE TABLE "certificate" (
    "institution_id" INTEGER NOT NULL,
    "approval_id" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,
    CONSTRAINT "certificate_pkey" PRIMARY KEY ("institution_id","approval_id")
);
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "certificate_approval_id_key" ON "certificate"("approval_id");
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON "certificate" FOR EACH STATEMENT EXECUTE FUNCTION foyer_refuse_change();

GRANT SELECT, INSERT, UPDATE ON "approval" TO foyer_app;
GRANT SELECT, INSERT ON "approval_message", "certificate" TO foyer_app;
GRANT USAGE, SELECT ON SEQUENCE "approval_id_seq", "approval_message_id_seq" TO foyer_app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['approval', 'approval_message', 'certificate'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY institution ON %I
      USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
      WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))$p$, t);
  END LOOP;
END $$;
-- Staff look over the requests of all institutions; workers over what is due.
CREATE POLICY staff_reads ON "approval" FOR SELECT USING (foyer_scope() IN ('staff', 'system'));

-- Whether somebody who can still sign in holds a staff role at this moment; the role cannot be taken away before the transaction ends. With the
-- owner's rights: an institution sees no roles of staff.
CREATE FUNCTION foyer_holds_staff_role(person int, wanted "Role") RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM membership m JOIN app_user u ON u.id = m.user_id
  WHERE m.user_id = person AND m.role = wanted AND m.institution_id IS NULL AND u.disabled_at IS NULL FOR SHARE;
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION foyer_holds_staff_role FROM PUBLIC;
GRANT EXECUTE ON FUNCTION foyer_holds_staff_role TO foyer_app;

-- Four eyes, whatever the code above forgets: what was asked for stays as it was asked; a decision is of the one who acts, who holds the role and
-- neither asked for it nor made or confirmed its plan; what has ended has ended.
CREATE FUNCTION foyer_guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject import;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' OR NEW.decider IS NOT NULL THEN
      RAISE EXCEPTION 'an approval begins as a request' USING ERRCODE = '23514', CONSTRAINT = 'approval_begins_as_request';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.subject, NEW.import_id, NEW.plan_hash, NEW.plan, NEW.basis, NEW.reason, NEW.requester, NEW.requested_at)
    IS DISTINCT FROM (OLD.subject, OLD.import_id, OLD.plan_hash, OLD.plan, OLD.basis, OLD.reason, OLD.requester, OLD.requested_at)
    OR OLD.decider IS NOT NULL AND NEW.decider IS DISTINCT FROM OLD.decider THEN
    RAISE EXCEPTION 'what was asked for stays as it was asked' USING ERRCODE = '23514', CONSTRAINT = 'approval_stays_as_asked';
  END IF;
  IF NOT (CASE OLD.state
    WHEN 'requested' THEN NEW.state IN ('requested', 'questioned', 'approved', 'refused', 'withdrawn', 'stale')
    WHEN 'questioned' THEN NEW.state IN ('questioned', 'requested', 'approved', 'refused', 'withdrawn', 'stale')
    WHEN 'approved' THEN NEW.state IN ('approved', 'cancelled', 'run', 'stale')
    ELSE NEW.state = OLD.state END) THEN
    RAISE EXCEPTION 'an approval that is % does not become %', OLD.state, NEW.state USING ERRCODE = '23514', CONSTRAINT = 'approval_moves';
  END IF;
  IF NEW.decider IS NOT NULL AND NEW.state IN ('approved', 'run') AND NEW.state <> OLD.state THEN
    SELECT * INTO subject FROM import WHERE id = NEW.import_id;
    IF NEW.decider IN (subject.created_by, coalesce(subject.confirmed_by, 0))
      OR NEW.state = 'approved' AND NEW.decider IS DISTINCT FROM foyer_user()
      OR NOT foyer_holds_staff_role(NEW.decider, 'approver') THEN
      RAISE EXCEPTION 'the one who decides is another one, and an approver' USING ERRCODE = '23514', CONSTRAINT = 'approval_four_eyes';
    END IF;
    IF subject.plan_hash IS DISTINCT FROM NEW.plan_hash THEN
      RAISE EXCEPTION 'the plan is not the one that was asked for' USING ERRCODE = '23514', CONSTRAINT = 'approval_same_plan';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION foyer_guard_approval();

-- A plan that removes is carried out after an approval of this very plan, and in no other way.
CREATE FUNCTION foyer_guard_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM approval a WHERE a.institution_id = NEW.institution_id AND a.import_id = NEW.id AND a.plan_hash = NEW.plan_hash AND a.state = 'run') THEN
    RAISE EXCEPTION 'a removal needs an approval of its plan' USING ERRCODE = '23514', CONSTRAINT = 'removal_is_approved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_removal BEFORE UPDATE OF state ON "import" FOR EACH ROW
  WHEN (NEW.purpose = 'removal' AND NEW.state = 'applying' AND OLD.state <> 'applying')
  EXECUTE FUNCTION foyer_guard_removal();
