-- A correction of an open season's criteria: what it changed for each unit, and the answers that fit no longer
-- (domain.md "Criteria versions"; issue 3, point 2).

-- CreateTable
CREATE TABLE "criteria_correction" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "from_version_id" UUID NOT NULL,
    "to_version_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "criteria_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corrected_unit" (
    "correction_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "kept" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "last_submission" INTEGER NOT NULL,
    "is_returned" BOOLEAN NOT NULL,

    CONSTRAINT "corrected_unit_pkey" PRIMARY KEY ("correction_id","unit_id")
);

-- CreateTable
CREATE TABLE "answer_set_aside" (
    "correction_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "answer" JSONB,
    "note" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "answer_set_aside_pkey" PRIMARY KEY ("correction_id","unit_id","criterion_code")
);

-- CreateTable
CREATE TABLE "correction_read" (
    "correction_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "correction_read_pkey" PRIMARY KEY ("correction_id","unit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "criteria_correction_season_id_to_version_id_key" ON "criteria_correction"("season_id", "to_version_id");

-- AddForeignKey
ALTER TABLE "criteria_correction" ADD CONSTRAINT "criteria_correction_from_version_id_fkey" FOREIGN KEY ("from_version_id") REFERENCES "criteria_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criteria_correction" ADD CONSTRAINT "criteria_correction_to_version_id_fkey" FOREIGN KEY ("to_version_id") REFERENCES "criteria_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corrected_unit" ADD CONSTRAINT "corrected_unit_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "criteria_correction"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "answer_set_aside" ADD CONSTRAINT "answer_set_aside_correction_id_unit_id_fkey" FOREIGN KEY ("correction_id", "unit_id") REFERENCES "corrected_unit"("correction_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "correction_read" ADD CONSTRAINT "correction_read_correction_id_unit_id_fkey" FOREIGN KEY ("correction_id", "unit_id") REFERENCES "corrected_unit"("correction_id", "unit_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What happened is kept for ever -----------------------------------------------------------------------------

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['criteria_correction', 'corrected_unit', 'answer_set_aside', 'correction_read'] LOOP
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

ALTER TABLE criteria_correction ADD CONSTRAINT criteria_correction_reason CHECK (reason <> ''),
  ADD CONSTRAINT criteria_correction_versions CHECK (from_version_id <> to_version_id);
ALTER TABLE corrected_unit ADD CONSTRAINT corrected_unit_counts CHECK (kept >= 0 AND last_submission >= 0);

-- An answer leaves its place only where a correction of its season, made in the same transaction, keeps or moves it.
CREATE FUNCTION answer_leaves_by_correction() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM criteria_correction
      WHERE season_id = OLD.season_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'an answer is not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER answer_leaves_by_correction BEFORE DELETE ON answer
  FOR EACH ROW EXECUTE FUNCTION answer_leaves_by_correction();

GRANT SELECT, INSERT ON criteria_correction, corrected_unit, answer_set_aside, correction_read TO bangvang_app;
GRANT DELETE ON answer TO bangvang_app;
