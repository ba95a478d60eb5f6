-- CreateEnum
CREATE TYPE "registration_status" AS ENUM ('draft', 'signed');

-- CreateTable
CREATE TABLE "pact_registration" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "status" "registration_status" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pact_registration_pkey" PRIMARY KEY ("season_id","unit_id")
);

-- CreateTable
CREATE TABLE "pact_target" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "target" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "pact_target_pkey" PRIMARY KEY ("season_id","unit_id","criterion_code")
);

-- CreateTable
CREATE TABLE "pact_movement" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "pact_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pact_signature" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "criteria_sha256" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,

    CONSTRAINT "pact_signature_pkey" PRIMARY KEY ("season_id","unit_id","number")
);

-- CreateTable
CREATE TABLE "pact" (
    "season_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,

    CONSTRAINT "pact_pkey" PRIMARY KEY ("season_id")
);

-- CreateTable
CREATE TABLE "target_change" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "registered" TEXT NOT NULL,
    "target" TEXT,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_change_pkey" PRIMARY KEY ("season_id","unit_id","criterion_code","number")
);

-- CreateIndex
CREATE INDEX "pact_movement_season_id_unit_id_idx" ON "pact_movement"("season_id", "unit_id");

-- AddForeignKey
ALTER TABLE "pact_target" ADD CONSTRAINT "pact_target_season_id_unit_id_fkey" FOREIGN KEY ("season_id", "unit_id") REFERENCES "pact_registration"("season_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pact_movement" ADD CONSTRAINT "pact_movement_season_id_unit_id_fkey" FOREIGN KEY ("season_id", "unit_id") REFERENCES "pact_registration"("season_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pact_signature" ADD CONSTRAINT "pact_signature_season_id_unit_id_fkey" FOREIGN KEY ("season_id", "unit_id") REFERENCES "pact_registration"("season_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the application's role may do
GRANT SELECT, INSERT ON "pact_registration", "pact_target", "pact_movement", "pact_signature", "pact", "target_change" TO bangvang_app;
GRANT UPDATE ON "pact_registration", "pact_target", "pact_movement" TO bangvang_app;
GRANT DELETE ON "pact_movement" TO bangvang_app;
