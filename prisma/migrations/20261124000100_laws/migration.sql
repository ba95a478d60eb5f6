-- CreateEnum
CREATE TYPE "law_kind" AS ENUM ('law', 'decree', 'circular', 'decision', 'guidance', 'regulation', 'other');

-- CreateEnum
CREATE TYPE "citation_kind" AS ENUM ('draft', 'criteriaVersion', 'ballotThreshold', 'awardKind');

-- CreateTable
CREATE TABLE "law" (
    "id" UUID NOT NULL,
    "kind" "law_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "effective_from" DATE,
    "effective_to" DATE,
    "link" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "uncertainty" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT,
    "file_content_type" TEXT,
    "file_size" INTEGER,
    "file_sha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "law_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "law_replacement" (
    "law_id" UUID NOT NULL,
    "replaced_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "is_in_part" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "law_replacement_pkey" PRIMARY KEY ("law_id","replaced_id")
);

-- CreateTable
CREATE TABLE "law_citation" (
    "about_kind" "citation_kind" NOT NULL,
    "about_id" TEXT NOT NULL,
    "law_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "law_citation_pkey" PRIMARY KEY ("about_kind","about_id","law_id")
);

-- CreateIndex
CREATE INDEX "law_file_sha256_idx" ON "law"("file_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "law_number_issuer_key" ON "law"("number", "issuer");

-- CreateIndex
CREATE INDEX "law_replacement_replaced_id_idx" ON "law_replacement"("replaced_id");

-- CreateIndex
CREATE INDEX "law_citation_law_id_idx" ON "law_citation"("law_id");

-- AddForeignKey
ALTER TABLE "law_replacement" ADD CONSTRAINT "law_replacement_law_id_fkey" FOREIGN KEY ("law_id") REFERENCES "law"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "law_replacement" ADD CONSTRAINT "law_replacement_replaced_id_fkey" FOREIGN KEY ("replaced_id") REFERENCES "law"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "law_citation" ADD CONSTRAINT "law_citation_law_id_fkey" FOREIGN KEY ("law_id") REFERENCES "law"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the application's role may do
GRANT SELECT, INSERT ON "law", "law_replacement", "law_citation" TO bangvang_app;
GRANT UPDATE ON "law" TO bangvang_app;
GRANT DELETE ON "law_replacement", "law_citation" TO bangvang_app;
