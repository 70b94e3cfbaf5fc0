-- Takes the next free contact numbers of an environment and moves the sequence behind them. Numbers in ranges kept for imports are passed
-- over. `nth` counts from 1. The caller holds the row of the sequence, so that nobody else takes the same ones.
CREATE FUNCTION foyer_take_numbers(institution int, env "Environment", wanted bigint) RETURNS TABLE (nth bigint, number bigint)
LANGUAGE plpgsql AS $$
DECLARE
  at bigint;
  taken bigint := 0;
  size bigint;
  range record;
BEGIN
  SELECT s.next INTO at FROM contact_number_sequence s WHERE s.institution_id = institution AND s.environment = env;
  FOR range IN
    SELECT r.first, r.last FROM number_range r WHERE r.institution_id = institution AND r.environment = env AND r.last >= at ORDER BY r.first
  LOOP
    EXIT WHEN taken = wanted;
    size := least(greatest(range.first - at, 0), wanted - taken);
    RETURN QUERY SELECT taken + g, at + g - 1 FROM generate_series(1, size) g;
    taken := taken + size;
    at := at + size;
    IF taken < wanted THEN at := greatest(at, range.last + 1); END IF;
  END LOOP;
  RETURN QUERY SELECT taken + g, at + g - 1 FROM generate_series(1, wanted - taken) g;
  UPDATE contact_number_sequence s SET next = at + wanted - taken WHERE s.institution_id = institution AND s.environment = env;
END $$;

-- What an institution decides about its imports is changed from within; nothing else of it is.
REVOKE UPDATE ON "institution" FROM foyer_app;
GRANT UPDATE ("settings") ON "institution" TO foyer_app;
CREATE POLICY settings ON "institution" FOR UPDATE
  USING (foyer_scope() = 'institution' AND id = foyer_institution())
  WITH CHECK (foyer_scope() = 'institution' AND id = foyer_institution());
