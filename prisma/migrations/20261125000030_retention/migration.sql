-- When values of an import's file and contacts began to be taken away after the time the institution keeps them, and when all were gone. What
-- has begun is never gone back on: nothing works with the import any more.
ALTER TABLE "import" ADD COLUMN "purge_begun_at" TIMESTAMPTZ(3), ADD COLUMN "purged_at" TIMESTAMPTZ(3);
