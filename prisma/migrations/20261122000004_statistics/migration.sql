-- An import fills tables by the million and joins them in the next statement: whoever fills a table must be able to refresh what the
-- planner knows of it, or it plans for the empty table of before. Older servers have no such privilege; there autovacuum does it.
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    GRANT MAINTAIN ON contact, contact_address, contact_means, contact_authorizations, contact_criterion,
      import_row, import_issue, plan_change, change_result TO foyer_app;
  END IF;
END $$;

-- An import is of one institution: taken as independent, the two conditions of every query would be estimated far too narrow.
CREATE STATISTICS import_row_owner (dependencies) ON institution_id, import_id FROM import_row;
CREATE STATISTICS import_issue_owner (dependencies) ON institution_id, import_id FROM import_issue;
CREATE STATISTICS plan_change_owner (dependencies) ON institution_id, import_id FROM plan_change;
CREATE STATISTICS change_result_owner (dependencies) ON institution_id, import_id FROM change_result;
