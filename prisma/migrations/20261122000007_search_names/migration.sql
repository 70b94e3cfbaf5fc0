-- Names are looked for without case and accents. Row-level security lets no index answer "contains", because such a comparison could leak
-- rows of others: it runs over the contacts of the institution, so what it looks through is made ready when a contact is written.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

-- The dictionary is named: without its name the answer would hang on the search path and could not be kept.
CREATE FUNCTION foyer_plain(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, name) COLLATE "default");

-- The first name twice, so that both orders of a full name are found.
ALTER TABLE "contact" ADD COLUMN "search_name" TEXT COLLATE "C" GENERATED ALWAYS AS (foyer_plain(
  coalesce(first_name || ' ', '') || coalesce(last_name || ' ', '') || coalesce(first_name || ' ', '') || coalesce(official_name, '')
)) STORED;
