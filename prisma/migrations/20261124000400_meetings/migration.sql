-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('preparatory', 'pactSigning', 'midYear', 'yearEnd', 'other');

-- CreateEnum
CREATE TYPE "meeting_status" AS ENUM ('planned', 'running', 'closed');

-- CreateEnum
CREATE TYPE "agenda_kind" AS ENUM ('discussion', 'vote', 'report', 'election', 'other');

-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'absent', 'authorized');

-- CreateEnum
CREATE TYPE "speech_state" AS ENUM ('asked', 'speaking', 'done', 'withdrawn');

-- CreateEnum
CREATE TYPE "contribution_kind" AS ENUM ('comment', 'conclusion');

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "status" "meeting_status" NOT NULL DEFAULT 'planned',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL,
    "online_link" TEXT NOT NULL,
    "chair_mandate_id" UUID NOT NULL,
    "chair_name" TEXT NOT NULL,
    "chair_unit_id" TEXT,
    "secretary_mandate_id" UUID NOT NULL,
    "secretary_name" TEXT NOT NULL,
    "quorum_share" TEXT NOT NULL,
    "quorum_test" TEXT NOT NULL,
    "quorum_basis" TEXT NOT NULL,
    "guests" JSONB NOT NULL DEFAULT '[]',
    "current_item_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "agenda_kind" NOT NULL,
    "minutes" INTEGER,
    "papers" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_invitation" (
    "meeting_id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("meeting_id","mandate_id")
);

-- CreateTable
CREATE TABLE "meeting_file" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "meeting_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_attendance" (
    "meeting_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "state" "attendance_state" NOT NULL,
    "people" JSONB NOT NULL DEFAULT '[]',
    "substitute_name" TEXT,
    "substitute_title" TEXT,
    "paper_number" TEXT,
    "file_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unit_attendance_pkey" PRIMARY KEY ("meeting_id","unit_id")
);

-- CreateTable
CREATE TABLE "speech" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID,
    "mandate_id" UUID,
    "name" TEXT NOT NULL,
    "unit_id" TEXT,
    "state" "speech_state" NOT NULL DEFAULT 'asked',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "minutes" INTEGER,

    CONSTRAINT "speech_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "item_id" UUID,
    "kind" "contribution_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_unit_id" TEXT,
    "entered_by" TEXT NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_task" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "item_id" UUID,
    "title" TEXT NOT NULL,
    "owner_unit_id" TEXT,
    "owner_name" TEXT NOT NULL,
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_season_id_idx" ON "meeting"("season_id");

-- CreateIndex
CREATE INDEX "agenda_item_meeting_id_idx" ON "agenda_item"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_file_meeting_id_idx" ON "meeting_file"("meeting_id");

-- CreateIndex
CREATE INDEX "speech_meeting_id_idx" ON "speech"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_meeting_id_number_key" ON "contribution"("meeting_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_task_meeting_id_number_key" ON "meeting_task"("meeting_id", "number");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_attendance" ADD CONSTRAINT "unit_attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "speech" ADD CONSTRAINT "speech_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_task" ADD CONSTRAINT "meeting_task_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the types cannot say -------------------------------------------------------------------------------

ALTER TABLE meeting ADD CONSTRAINT meeting_quorum CHECK (
    quorum_share ~ '^[0-9]{1,9}/[0-9]{1,9}$' AND quorum_test IN ('atLeast', 'moreThan')),
  ADD CONSTRAINT meeting_times CHECK ((status = 'planned') = (started_at IS NULL) AND (status = 'closed') = (ended_at IS NOT NULL));
ALTER TABLE unit_attendance ADD CONSTRAINT unit_attendance_paper CHECK (
    (state = 'authorized') = (substitute_name IS NOT NULL) AND (state = 'authorized') = (paper_number IS NOT NULL));
ALTER TABLE contribution ADD CONSTRAINT contribution_body CHECK (body <> '');

GRANT SELECT, INSERT ON meeting, agenda_item, meeting_invitation, meeting_file, unit_attendance, speech, contribution, meeting_task
  TO bangvang_app;
GRANT UPDATE ON meeting, agenda_item, unit_attendance, speech, contribution, meeting_task TO bangvang_app;
GRANT DELETE ON meeting, agenda_item, meeting_invitation, meeting_file TO bangvang_app;
