-- What failed while it was being applied may hold written rows: it is paused, from where it can go on or be stopped, and never planned anew.
UPDATE "import" SET "state" = 'paused' WHERE "state" = 'failed' AND "confirmed_at" IS NOT NULL AND "plan_hash" IS NOT NULL;
