-- The sub-unit of the institution that a contact is of; none: all of them.
ALTER TABLE "contact" ADD COLUMN "organization" VARCHAR(8);
