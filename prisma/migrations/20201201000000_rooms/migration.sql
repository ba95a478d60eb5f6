-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "appraisal_kind" AS ENUM ('kept', 'corrected', 'overridden');

-- CreateEnum
CREATE TYPE "assessment_status" AS ENUM ('draft', 'awaitingSignOff', 'submitted', 'returned');

-- CreateEnum
CREATE TYPE "criteria_status" AS ENUM ('draft', 'consultation', 'adopted', 'superseded');

-- CreateEnum
CREATE TYPE "comment_subject" AS ENUM ('ranking');

-- CreateEnum
CREATE TYPE "comment_answer_kind" AS ENUM ('accepted', 'acceptedInPart', 'declined');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('delegate', 'leader', 'chair', 'viceChair', 'secretary', 'appraiser', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "phase" AS ENUM ('preparing', 'open', 'appraisal', 'deliberation', 'finalized', 'archived');

-- CreateEnum
CREATE TYPE "deadline_kind" AS ENUM ('assessment', 'appraisal', 'comments');

-- CreateTable
CREATE TABLE "appraisal" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "appraisal_kind" NOT NULL,
    "answer" JSONB,
    "points" TEXT,
    "bonus" TEXT,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("season_id","unit_id","criterion_code","number")
);

-- CreateTable
CREATE TABLE "gate_decision" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "gate_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "applies" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gate_decision_pkey" PRIMARY KEY ("season_id","unit_id","gate_code","number")
);

-- CreateTable
CREATE TABLE "assessment" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "status" "assessment_status" NOT NULL DEFAULT 'draft',
    "return_reason" TEXT,
    "returned_by" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("season_id","unit_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "answer" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("season_id","unit_id","criterion_code")
);

-- CreateTable
CREATE TABLE "submission" (
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "total" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "signed_off_by" TEXT NOT NULL,
    "is_late" BOOLEAN NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("season_id","unit_id","number")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_link" (
    "evidence_id" UUID NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "season_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,

    CONSTRAINT "evidence_link_pkey" PRIMARY KEY ("evidence_id","criterion_code")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "chain" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "mandate_id" UUID,
    "role" TEXT,
    "unit_id" TEXT,
    "what" TEXT NOT NULL,
    "about_kind" TEXT NOT NULL,
    "about_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "content_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("chain","number")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "chain" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "criteria_version" (
    "id" UUID NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "criteria_status" NOT NULL,
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "adopted_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "criteria_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "subject" "comment_subject" NOT NULL,
    "anchor" TEXT,
    "body" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_role" "role" NOT NULL,
    "by_unit_id" TEXT,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_answer" (
    "comment_id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "kind" "comment_answer_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_answer_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "season_id" TEXT,
    "unit_id" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "paper_number" TEXT,
    "substitute_for_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "mandate_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "final_ranking" (
    "season_id" TEXT NOT NULL,
    "bundle" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "finalized_at" TIMESTAMPTZ(3) NOT NULL,
    "finalized_by" TEXT NOT NULL,

    CONSTRAINT "final_ranking_pkey" PRIMARY KEY ("season_id")
);

-- CreateTable
CREATE TABLE "season" (
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "phase" "phase" NOT NULL,
    "chair_unit_id" TEXT NOT NULL,
    "vice_chair_unit_id" TEXT,
    "criteria_version_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_change" (
    "season_id" TEXT NOT NULL,
    "phase" "phase" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "phase_change_pkey" PRIMARY KEY ("season_id","phase")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "kind" "deadline_kind" NOT NULL,
    "unit_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "state_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_id" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster" (
    "id" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cluster_member" (
    "cluster_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "cluster_member_pkey" PRIMARY KEY ("cluster_id","year","unit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_season_id_unit_id_sha256_name_key" ON "evidence"("season_id", "unit_id", "sha256", "name");

-- CreateIndex
CREATE INDEX "evidence_link_season_id_unit_id_idx" ON "evidence_link"("season_id", "unit_id");

-- CreateIndex
CREATE INDEX "journal_entry_at_idx" ON "journal_entry"("at");

-- CreateIndex
CREATE INDEX "journal_entry_actor_id_idx" ON "journal_entry"("actor_id");

-- CreateIndex
CREATE INDEX "journal_entry_what_idx" ON "journal_entry"("what");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_version_cluster_id_year_number_key" ON "criteria_version"("cluster_id", "year", "number");

-- CreateIndex
CREATE INDEX "comment_season_id_subject_idx" ON "comment"("season_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "mandate_person_id_idx" ON "mandate"("person_id");

-- CreateIndex
CREATE INDEX "mandate_season_id_idx" ON "mandate"("season_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "season_cluster_id_year_key" ON "season"("cluster_id", "year");

-- CreateIndex
CREATE INDEX "deadline_season_id_idx" ON "deadline"("season_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_season_id_unit_id_fkey" FOREIGN KEY ("season_id", "unit_id") REFERENCES "assessment"("season_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_season_id_unit_id_fkey" FOREIGN KEY ("season_id", "unit_id") REFERENCES "assessment"("season_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_answer" ADD CONSTRAINT "comment_answer_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_substitute_for_id_fkey" FOREIGN KEY ("substitute_for_id") REFERENCES "mandate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "season" ADD CONSTRAINT "season_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "season" ADD CONSTRAINT "season_criteria_version_id_fkey" FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cluster_member" ADD CONSTRAINT "cluster_member_cluster_id_fkey" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cluster_member" ADD CONSTRAINT "cluster_member_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

