-- CreateEnum
CREATE TYPE "draft_kind" AS ENUM ('criteria', 'regulation', 'plan', 'pact', 'minutes', 'ranking');

-- CreateEnum
CREATE TYPE "draft_status" AS ENUM ('draft', 'consultation', 'adopted', 'superseded');

-- CreateEnum
CREATE TYPE "draft_node_kind" AS ENUM ('chapter', 'article', 'clause', 'point', 'paragraph', 'criteriaSet', 'section', 'heading', 'criterion', 'gate', 'grade', 'tieBreaker');

-- CreateEnum
CREATE TYPE "draft_version_reason" AS ENUM ('sentOut', 'adopted');

-- AlterEnum
ALTER TYPE "comment_subject" ADD VALUE 'draft';

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "by_mandate_id" UUID,
ADD COLUMN     "draft_id" UUID,
ADD COLUMN     "field" TEXT,
ADD COLUMN     "is_late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "quote" JSONB,
ADD COLUMN     "replacement" TEXT;

-- The comments there are get the numbers they would have had; the guards that keep their words look away meanwhile.
ALTER TABLE "comment" DISABLE TRIGGER USER;
UPDATE "comment" SET "number" = counted.number
  FROM (SELECT "id", row_number() OVER (PARTITION BY "season_id" ORDER BY "at", "id") AS number FROM "comment") AS counted
  WHERE counted."id" = "comment"."id";
ALTER TABLE "comment" ENABLE TRIGGER USER;
ALTER TABLE "comment" ALTER COLUMN "number" SET NOT NULL;

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "kind" "draft_kind" NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "season_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" "draft_status" NOT NULL,
    "revision" INTEGER NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "adopted_number" TEXT,
    "adopted_on" DATE,
    "adopted_sha256" TEXT,
    "adopted_by" TEXT,
    "criteria_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_node" (
    "draft_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "position" TEXT NOT NULL,
    "kind" "draft_node_kind" NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "draft_node_pkey" PRIMARY KEY ("draft_id","id")
);

-- CreateTable
CREATE TABLE "draft_change" (
    "draft_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "node_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "by_name" TEXT NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_change_pkey" PRIMARY KEY ("draft_id","revision","node_id")
);

-- CreateTable
CREATE TABLE "draft_version" (
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" "draft_version_reason" NOT NULL,
    "nodes" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "draft_version_pkey" PRIMARY KEY ("draft_id","number")
);

-- CreateTable
CREATE TABLE "consultation" (
    "draft_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "message" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("draft_id","round")
);

-- CreateTable
CREATE TABLE "invitee" (
    "draft_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "mandate_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "invitee_pkey" PRIMARY KEY ("draft_id","round","mandate_id")
);

-- CreateTable
CREATE TABLE "no_comment" (
    "draft_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "no_comment_pkey" PRIMARY KEY ("draft_id","round","mandate_id")
);

-- CreateTable
CREATE TABLE "draft_look" (
    "draft_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "comments" INTEGER NOT NULL,
    "node_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_look_pkey" PRIMARY KEY ("draft_id","person_id")
);

-- CreateTable
CREATE TABLE "comment_reply" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_role" "role" NOT NULL,
    "by_unit_id" TEXT,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_state" (
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "is_resolved" BOOLEAN NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_state_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "comment_application" (
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "replacement" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_application_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "reply_id" UUID,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_season_id_idx" ON "draft"("season_id");

-- CreateIndex
CREATE INDEX "draft_cluster_id_kind_year_idx" ON "draft"("cluster_id", "kind", "year");

-- CreateIndex
CREATE INDEX "invitee_mandate_id_idx" ON "invitee"("mandate_id");

-- CreateIndex
CREATE INDEX "comment_reply_comment_id_idx" ON "comment_reply"("comment_id");

-- CreateIndex
CREATE INDEX "comment_mention_comment_id_idx" ON "comment_mention"("comment_id");

-- CreateIndex
CREATE INDEX "comment_mention_person_id_idx" ON "comment_mention"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_draft_id_number_key" ON "comment"("draft_id", "number");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "season"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_node" ADD CONSTRAINT "draft_node_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_version" ADD CONSTRAINT "draft_version_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_draft_id_round_fkey" FOREIGN KEY ("draft_id", "round") REFERENCES "consultation"("draft_id", "round") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "no_comment" ADD CONSTRAINT "no_comment_draft_id_round_mandate_id_fkey" FOREIGN KEY ("draft_id", "round", "mandate_id") REFERENCES "invitee"("draft_id", "round", "mandate_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_look" ADD CONSTRAINT "draft_look_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_reply" ADD CONSTRAINT "comment_reply_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_state" ADD CONSTRAINT "comment_state_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_application" ADD CONSTRAINT "comment_application_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "comment_reply"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the application's role may do
GRANT SELECT, INSERT ON "draft", "draft_node", "draft_change", "draft_version", "consultation", "invitee", "no_comment", "draft_look",
  "comment_reply", "comment_state", "comment_application", "comment_mention" TO bangvang_app;
GRANT UPDATE ON "draft", "draft_node", "draft_look" TO bangvang_app;
GRANT DELETE ON "draft_node" TO bangvang_app;
