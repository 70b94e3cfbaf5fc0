-- Edits that are remembered hold what somebody typed: when a person was erased their statistics are taken anew as well.
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    GRANT MAINTAIN ON "recipe" TO foyer_app;
  END IF;
END $$;
