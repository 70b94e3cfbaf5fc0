-- A file that removes contacts goes another way than one that adds and changes them: with a reason, a second person and a delay.
CREATE TYPE "ImportPurpose" AS ENUM ('change', 'removal');
ALTER TABLE "import" ADD COLUMN "purpose" "ImportPurpose" NOT NULL DEFAULT 'change';
