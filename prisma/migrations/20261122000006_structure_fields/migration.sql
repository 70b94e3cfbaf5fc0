-- What the format knows of a structure beyond its name and type.
ALTER TABLE "contact" ADD COLUMN "community_type" TEXT, ADD COLUMN "admin_numbers" TEXT, ADD COLUMN "employees" INTEGER;
