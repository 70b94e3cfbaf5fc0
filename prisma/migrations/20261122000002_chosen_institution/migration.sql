-- The institution a person chose to work in, kept with the sign-in.
ALTER TABLE "session" ADD COLUMN "institution_id" INTEGER;
ALTER TABLE "session" ADD CONSTRAINT "session_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A membership without an institution is a staff role: removing an institution must never turn its members into staff.
ALTER TABLE "membership" DROP CONSTRAINT "membership_institution_id_fkey";
ALTER TABLE "membership" ADD CONSTRAINT "membership_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership" ADD CONSTRAINT "membership_staff_everywhere_customers_somewhere"
  CHECK (("role" IN ('operator', 'approver', 'administrator')) = ("institution_id" IS NULL));
