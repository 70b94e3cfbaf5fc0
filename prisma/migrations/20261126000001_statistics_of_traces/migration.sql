-- Statistics hold samples of values: when a person was erased they are taken anew, by the app itself.
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    GRANT MAINTAIN ON "import", "stored_file" TO foyer_app;
  END IF;
END $$;
