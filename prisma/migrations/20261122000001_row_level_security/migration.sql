-- Tenancy: the app connects as foyer_app, which owns nothing and cannot bypass row-level security. A transaction first says in
-- which scope it works (lib/server/database/scope.ts); with nothing said, nothing is visible.
--
--   foyer.scope        institution | staff | auth | system   (empty: nothing is visible)
--   foyer.institution  id of the institution, in the scope institution
--   foyer.user         id of the user, where one is signed in

DO $$ BEGIN
  CREATE ROLE foyer_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO foyer_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO foyer_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO foyer_app;
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY, CONNECT ON DATABASE %I TO foyer_app', current_database()); END $$;
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN REVOKE ALL ON public._prisma_migrations FROM foyer_app; END IF;
END $$;

-- The audit trail is only ever added to.
REVOKE UPDATE, DELETE ON audit_event FROM foyer_app;

CREATE FUNCTION foyer_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('foyer.scope', true), '');
CREATE FUNCTION foyer_institution() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('foyer.institution', true), '')::int;
CREATE FUNCTION foyer_user() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('foyer.user', true), '')::int;

-- Everything that belongs to one institution: seen and written in its scope alone.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY[
    'organization', 'contact_number_sequence', 'contact', 'contact_address', 'contact_means', 'contact_authorizations',
    'contact_criterion', 'criterion', 'criterion_value', 'stored_file', 'import', 'recipe', 'import_row', 'import_issue',
    'plan_change', 'change_result'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY institution ON %I
      USING ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))
      WITH CHECK ((SELECT foyer_scope()) = 'institution' AND institution_id = (SELECT foyer_institution()))$p$, t);
  END LOOP;
END $$;

ALTER TABLE institution ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE login_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;

-- The institution itself: seen from within, by staff, and while signing in (to offer the choice).
CREATE POLICY own ON institution FOR SELECT
  USING ((foyer_scope() = 'institution' AND id = foyer_institution()) OR foyer_scope() IN ('staff', 'auth', 'system'));

-- Staff look over all institutions' imports (the queue); to see contacts they enter one institution, which is audited.
CREATE POLICY staff_reads ON import FOR SELECT USING (foyer_scope() IN ('staff', 'system'));

-- Signing in reads users and their roles and keeps sessions; inside an institution one sees its members.
CREATE POLICY signing_in ON app_user USING (foyer_scope() = 'auth') WITH CHECK (foyer_scope() = 'auth');
CREATE POLICY colleagues ON app_user FOR SELECT USING (
  id = foyer_user()
  OR (foyer_scope() = 'institution' AND EXISTS (
    SELECT FROM membership m WHERE m.user_id = app_user.id AND m.institution_id = foyer_institution()))
  OR foyer_scope() = 'staff');
CREATE POLICY signing_in ON membership FOR SELECT USING (foyer_scope() = 'auth');
CREATE POLICY colleagues ON membership FOR SELECT USING (
  user_id = foyer_user()
  OR (foyer_scope() = 'institution' AND institution_id = foyer_institution())
  OR foyer_scope() = 'staff');
CREATE POLICY signing_in ON session USING (foyer_scope() = 'auth') WITH CHECK (foyer_scope() = 'auth');
CREATE POLICY signing_in ON login_attempt USING (foyer_scope() = 'auth') WITH CHECK (foyer_scope() = 'auth');

CREATE POLICY read_own ON audit_event FOR SELECT USING (
  (foyer_scope() = 'institution' AND institution_id = foyer_institution()) OR foyer_scope() = 'staff');
CREATE POLICY add ON audit_event FOR INSERT WITH CHECK (
  (foyer_scope() = 'institution' AND institution_id = foyer_institution())
  OR (foyer_scope() IN ('staff', 'auth') AND institution_id IS NULL));

-- Keys are compared byte by byte: no locale decides who is who, and the indexes are smaller and faster.
ALTER TABLE contact ALTER COLUMN number TYPE varchar(20) COLLATE "C";
ALTER TABLE contact_means ALTER COLUMN email1 TYPE text COLLATE "C";
ALTER TABLE import_row
  ALTER COLUMN key_number TYPE text COLLATE "C",
  ALTER COLUMN key_email TYPE text COLLATE "C",
  ALTER COLUMN key_structure TYPE text COLLATE "C";

-- Contacts whose parts are loaded by the hundred thousand: their parents are checked by the plan, not row by row.
ALTER TABLE contact ADD CONSTRAINT contact_number_not_empty CHECK (number <> '');
ALTER TABLE contact ADD CONSTRAINT relay_has_structure CHECK (structure_id IS NULL OR kind = 'relay');
