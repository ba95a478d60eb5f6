-- CreateEnum
CREATE TYPE "paper_format" AS ENUM ('docx', 'pdf', 'xlsx');

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL,
    "season_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "signer_name" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_file" (
    "paper_id" UUID NOT NULL,
    "format" "paper_format" NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "paper_file_pkey" PRIMARY KEY ("paper_id","format")
);

-- CreateIndex
CREATE INDEX "paper_published_at_idx" ON "paper"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "paper_cluster_id_year_series_number_key" ON "paper"("cluster_id", "year", "series", "number");

-- CreateIndex
CREATE UNIQUE INDEX "paper_season_id_kind_about_id_edition_key" ON "paper"("season_id", "kind", "about_id", "edition");

-- AddForeignKey
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the application's role may do
GRANT SELECT, INSERT ON "paper", "paper_file" TO bangvang_app;
GRANT UPDATE ("published_at") ON "paper" TO bangvang_app;

-- An issued paper is kept for ever as it was (issue 4, point 6); only whether it is published changes.
CREATE FUNCTION paper_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'published_at' <> to_jsonb(OLD) - 'published_at' THEN
    RAISE EXCEPTION 'an issued paper is kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER paper_guard BEFORE UPDATE OR DELETE ON paper FOR EACH ROW EXECUTE FUNCTION paper_guard();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON paper_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON paper_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shapes the types cannot say
ALTER TABLE paper ADD CONSTRAINT paper_number CHECK (number >= 1), ADD CONSTRAINT paper_edition CHECK (edition >= 1),
  ADD CONSTRAINT paper_year CHECK (year = extract(year FROM day));
