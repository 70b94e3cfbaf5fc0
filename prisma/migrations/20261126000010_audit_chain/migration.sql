-- The audit trail as a chain: each event of an institution has a link that covers the event and the link before it, so that an event that is
-- changed, taken out, slipped in or put elsewhere no longer fits. Events of no institution are a chain of their own, the one of institution 0.
CREATE TABLE "audit_link" (
    "institution_id" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "previous" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("institution_id","place")
);
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- Only the trigger below, with the owner's rights, adds links.
GRANT SELECT ON "audit_link" TO foyer_app;
ALTER TABLE "audit_link" ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_own ON "audit_link" FOR SELECT USING (
  (foyer_scope() = 'institution' AND institution_id = foyer_institution()) OR foyer_scope() = 'staff');

-- What a link covers of an event; lib/server/audit/verify-chain.ts builds the same text by itself.
CREATE FUNCTION foyer_audit_text(e audit_event) RETURNS text LANGUAGE sql STABLE
  RETURN jsonb_build_array(e.id, e.institution_id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), e.user_id, e.action, e.subject, e.details)::text;

-- Adds the link of a new event. Runs when its transaction commits, so that writers of one institution wait for each other that short moment
-- alone, and hold every other lock they need before: they cannot wait for each other in a circle.
CREATE FUNCTION foyer_link_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  chain int := coalesce(NEW.institution_id, 0);
  last audit_link;
  before text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit chain', chain));
  SELECT * INTO last FROM audit_link WHERE institution_id = chain ORDER BY place DESC LIMIT 1;
  before := coalesce(last.hash, repeat('0', 64));
  INSERT INTO audit_link (institution_id, place, event_id, previous, hash)
  VALUES (chain, coalesce(last.place, 0) + 1, NEW.id, before, encode(sha256(convert_to(before || foyer_audit_text(NEW), 'UTF8')), 'hex'));
  RETURN NULL;
END $$;

-- What was there before gets its links now.
DO $$
DECLARE
  event audit_event;
  before text;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY id LOOP
    before := coalesce(
      (SELECT hash FROM audit_link WHERE institution_id = coalesce(event.institution_id, 0) ORDER BY place DESC LIMIT 1), repeat('0', 64));
    INSERT INTO audit_link (institution_id, place, event_id, previous, hash)
    SELECT coalesce(event.institution_id, 0), 1 + (SELECT count(*) FROM audit_link WHERE institution_id = coalesce(event.institution_id, 0)),
      event.id, before, encode(sha256(convert_to(before || foyer_audit_text(event), 'UTF8')), 'hex');
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER link AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION foyer_link_audit_event();

-- Only ever added to, also by the owner: who wants to change the trail must first say so to the database.
CREATE FUNCTION foyer_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is only ever added to', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION foyer_refuse_change();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION foyer_refuse_change();

-- The trail is searched by what happened and by what it happened to.
CREATE INDEX "audit_event_institution_id_action_idx" ON "audit_event"("institution_id", "action");
CREATE INDEX "audit_event_institution_id_subject_idx" ON "audit_event"("institution_id", "subject");
