-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('PP', 'P');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('importer', 'manager', 'operator', 'approver', 'administrator');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('individual', 'structure', 'relay');

-- CreateEnum
CREATE TYPE "ContactStatus" AS ENUM ('active', 'inactive');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploading', 'reading', 'read', 'mapped', 'planning', 'planned', 'applying', 'applied', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "IssueLevel" AS ENUM ('info', 'warning', 'error');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('create', 'update', 'unchanged');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('created', 'updated', 'unchanged', 'conflict', 'failed');

-- CreateEnum
CREATE TYPE "Bucket" AS ENUM ('created', 'updated', 'unchanged', 'merged', 'held', 'refused', 'not_imported');

-- CreateEnum
CREATE TYPE "CriterionType" AS ENUM ('single', 'multi', 'boolean', 'text');

-- CreateEnum
CREATE TYPE "CriterionScope" AS ENUM ('INDIVIDUAL', 'STRUCTURE', 'BOTH');

-- CreateTable
CREATE TABLE "institution" (
    "id" SERIAL NOT NULL,
    "code" VARCHAR(15) NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL DEFAULT 'FR',
    "language" CHAR(2) NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" CHAR(2) NOT NULL DEFAULT 'en',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "institution_id" INTEGER,
    "role" "Role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "id" BIGSERIAL NOT NULL,
    "key" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_number_sequence" (
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "next" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "contact_number_sequence_pkey" PRIMARY KEY ("institution_id","environment")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "number" VARCHAR(20) NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "status" "ContactStatus" NOT NULL DEFAULT 'active',
    "structure_id" BIGINT,
    "title" TEXT,
    "first_name" TEXT,
    "last_name" TEXT,
    "birth_date" DATE,
    "language" TEXT,
    "official_name" TEXT,
    "address_name1" TEXT,
    "address_name2" TEXT,
    "structure_type" TEXT,
    "job_function" TEXT,
    "letter_salutation" TEXT,
    "addr_salutation" TEXT,
    "web_site" TEXT,
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_import" INTEGER,
    "updated_by_import" INTEGER,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_address" (
    "institution_id" INTEGER NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "uses" VARCHAR(3) NOT NULL DEFAULT 'MSB',
    "line1" TEXT,
    "line2" TEXT,
    "line3" TEXT,
    "zip_code" TEXT,
    "town" TEXT,
    "town_complement" TEXT,
    "department" TEXT,
    "country" TEXT,

    CONSTRAINT "contact_address_pkey" PRIMARY KEY ("contact_id","uses")
);

-- CreateTable
CREATE TABLE "contact_means" (
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "telephone" TEXT,
    "fax" TEXT,
    "cellphone" TEXT,
    "email1" TEXT,
    "email2" TEXT,
    "email3" TEXT,

    CONSTRAINT "contact_means_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "contact_authorizations" (
    "institution_id" INTEGER NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "cnil_o" BOOLEAN,
    "cnil_t" BOOLEAN,
    "partner" BOOLEAN,
    "sms_mms" BOOLEAN,
    "phone" BOOLEAN,
    "letter" BOOLEAN,
    "email" BOOLEAN,

    CONSTRAINT "contact_authorizations_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "contact_criterion" (
    "institution_id" INTEGER NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "contact_criterion_pkey" PRIMARY KEY ("contact_id","code","value")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "code" VARCHAR(8) NOT NULL,
    "type" "CriterionType" NOT NULL,
    "scope" "CriterionScope" NOT NULL,
    "labels" JSONB NOT NULL,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion_value" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "criterion_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "criterion_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" CHAR(64),
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "environment" "Environment" NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'uploading',
    "file_id" INTEGER NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reading" JSONB,
    "read_options" JSONB,
    "profile" JSONB,
    "mapping" JSONB,
    "progress" JSONB,
    "counts" JSONB,
    "plan_hash" CHAR(64),
    "error" JSONB,
    "planned_at" TIMESTAMPTZ(3),
    "confirmed_by" INTEGER,
    "confirmed_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe" (
    "id" SERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_by" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "institution_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],
    "fields" JSONB NOT NULL,
    "bucket" "Bucket",
    "key_number" TEXT,
    "key_email" TEXT,
    "key_structure" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("institution_id","import_id","row")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "row" INTEGER,
    "column" INTEGER,
    "field" TEXT,
    "code" TEXT NOT NULL,
    "level" "IssueLevel" NOT NULL,
    "params" JSONB NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "institution_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "part" "ContactKind" NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "contact_id" BIGINT NOT NULL,
    "contact_version" INTEGER,
    "structure_id" BIGINT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("institution_id","import_id","row","part")
);

-- CreateTable
CREATE TABLE "change_result" (
    "institution_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "part" "ContactKind" NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "contact_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_result_pkey" PRIMARY KEY ("institution_id","import_id","row","part")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "institution_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "institution_code_key" ON "institution"("code");

-- CreateIndex
CREATE UNIQUE INDEX "organization_institution_id_code_key" ON "organization"("institution_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_institution_id_idx" ON "membership"("institution_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_institution_id_role_key" ON "membership"("user_id", "institution_id", "role");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "login_attempt_key_at_idx" ON "login_attempt"("key", "at");

-- CreateIndex
CREATE INDEX "contact_institution_id_environment_last_name_first_name_idx" ON "contact"("institution_id", "environment", "last_name", "first_name");

-- CreateIndex
CREATE INDEX "contact_structure_id_idx" ON "contact"("structure_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_institution_id_environment_number_key" ON "contact"("institution_id", "environment", "number");

-- CreateIndex
CREATE INDEX "contact_means_institution_id_environment_email1_idx" ON "contact_means"("institution_id", "environment", "email1");

-- CreateIndex
CREATE INDEX "contact_criterion_institution_id_code_idx" ON "contact_criterion"("institution_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_institution_id_code_key" ON "criterion"("institution_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_value_criterion_id_value_key" ON "criterion_value"("criterion_id", "value");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_key_key" ON "stored_file"("key");

-- CreateIndex
CREATE INDEX "stored_file_institution_id_sha256_idx" ON "stored_file"("institution_id", "sha256");

-- CreateIndex
CREATE INDEX "import_institution_id_created_at_idx" ON "import"("institution_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_institution_id_fingerprint_key" ON "recipe"("institution_id", "fingerprint");

-- CreateIndex
CREATE INDEX "import_row_institution_id_import_id_bucket_idx" ON "import_row"("institution_id", "import_id", "bucket");

-- CreateIndex
CREATE INDEX "import_issue_institution_id_import_id_row_idx" ON "import_issue"("institution_id", "import_id", "row");

-- CreateIndex
CREATE INDEX "import_issue_institution_id_import_id_code_field_idx" ON "import_issue"("institution_id", "import_id", "code", "field");

-- CreateIndex
CREATE INDEX "plan_change_institution_id_import_id_kind_row_idx" ON "plan_change"("institution_id", "import_id", "kind", "row");

-- CreateIndex
CREATE INDEX "audit_event_institution_id_at_idx" ON "audit_event"("institution_id", "at");

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_value" ADD CONSTRAINT "criterion_value_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;