-- CreateEnum
CREATE TYPE "ballot_kind" AS ENUM ('open', 'secret');

-- CreateEnum
CREATE TYPE "ballot_status" AS ENUM ('prepared', 'open', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "vote_source" AS ENUM ('own', 'hand', 'written');

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "ballot_kind" NOT NULL DEFAULT 'open',
    "title" TEXT NOT NULL,
    "preset" TEXT,
    "legal_basis" TEXT NOT NULL,
    "shows_votes" BOOLEAN NOT NULL DEFAULT false,
    "status" "ballot_status" NOT NULL DEFAULT 'prepared',
    "round" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided" TEXT[],
    "decision_reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "cancelled_reason" TEXT,
    "cancelled_by" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_round" (
    "ballot_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "question" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "ballot_round_pkey" PRIMARY KEY ("ballot_id","round")
);

-- CreateTable
CREATE TABLE "vote" (
    "ballot_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "unit_id" TEXT NOT NULL,
    "source" "vote_source" NOT NULL,
    "choice" JSONB,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "paper_number" TEXT,
    "file_id" UUID,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("ballot_id","round","unit_id")
);

-- CreateIndex
CREATE INDEX "ballot_meeting_id_idx" ON "ballot"("meeting_id");

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_ballot_id_fkey" FOREIGN KEY ("ballot_id") REFERENCES "ballot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A vote counts while its round is open, a written opinion before that too; then the round is counted once ------

CREATE FUNCTION vote_while_open() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM ballot WHERE id = NEW.ballot_id AND round = NEW.round
    AND (status = 'open' OR (status = 'prepared' AND NEW.source = 'written')) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the vote is not open' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER vote_while_open BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION vote_while_open();
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON vote FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON vote FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION ballot_round_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL OR (OLD.opened_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW.question <> OLD.question)) THEN
    RAISE EXCEPTION 'an opened question and a count are kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER ballot_round_guard BEFORE UPDATE OR DELETE ON ballot_round FOR EACH ROW EXECUTE FUNCTION ballot_round_guard();

-- Secret ballots need walls of their own (docs/decisions): until they stand, none can be stored here.
ALTER TABLE ballot ADD CONSTRAINT ballot_open_only CHECK (kind = 'open'),
  ADD CONSTRAINT ballot_decision CHECK ((decided_at IS NULL) = (decision_reason IS NULL)),
  ADD CONSTRAINT ballot_cancelled CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL));
ALTER TABLE ballot_round ADD CONSTRAINT ballot_round_counted CHECK ((closed_at IS NULL) = (result IS NULL));
ALTER TABLE vote ADD CONSTRAINT vote_paper CHECK ((source = 'written') = (paper_number IS NOT NULL));

GRANT SELECT, INSERT ON ballot, ballot_round, vote TO bangvang_app;
GRANT UPDATE ON ballot, ballot_round TO bangvang_app;
GRANT DELETE ON ballot, ballot_round TO bangvang_app;
