-- CreateEnum
CREATE TYPE "award_status" AS ENUM ('proposed', 'passed', 'notPassed', 'withdrawn');

-- CreateTable
CREATE TABLE "award_kind" (
    "season_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "award_kind_pkey" PRIMARY KEY ("season_id","code")
);

-- CreateTable
CREATE TABLE "award_proposal" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "kind_code" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "standing" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "award_status" NOT NULL DEFAULT 'proposed',
    "ballot_id" UUID,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome_note" TEXT,
    "outcome_by" TEXT,
    "outcome_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "award_proposal_season_id_idx" ON "award_proposal"("season_id");

-- AddForeignKey
ALTER TABLE "award_proposal" ADD CONSTRAINT "award_proposal_season_id_kind_code_fkey" FOREIGN KEY ("season_id", "kind_code") REFERENCES "award_kind"("season_id", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the application's role may do
GRANT SELECT, INSERT, UPDATE ON "award_kind", "award_proposal" TO bangvang_app;
GRANT DELETE ON "award_kind" TO bangvang_app;
