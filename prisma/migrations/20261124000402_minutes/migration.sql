-- CreateEnum
CREATE TYPE "minutes_status" AS ENUM ('drafted', 'edited', 'consultation', 'approved', 'locked');

-- CreateEnum
CREATE TYPE "paragraph_kind" AS ENUM ('heading', 'paragraph', 'bullet');

-- CreateEnum
CREATE TYPE "signer_part" AS ENUM ('chair', 'secretary');

-- CreateTable
CREATE TABLE "minutes" (
    "meeting_id" UUID NOT NULL,
    "status" "minutes_status" NOT NULL DEFAULT 'drafted',
    "title" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by" TEXT NOT NULL,
    "draft_id" UUID,
    "sha256" TEXT,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),
    "approved_ballot" UUID,
    "locked_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("meeting_id")
);

-- CreateTable
CREATE TABLE "minutes_paragraph" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "paragraph_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_signature" (
    "meeting_id" UUID NOT NULL,
    "addendum" INTEGER NOT NULL,
    "part" "signer_part" NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("meeting_id","addendum","part")
);

-- CreateTable
CREATE TABLE "minutes_addendum" (
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_mandate_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "minutes_addendum_pkey" PRIMARY KEY ("meeting_id","number")
);

-- CreateTable
CREATE TABLE "minutes_signed_file" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "minutes_signed_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "minutes_paragraph_meeting_id_idx" ON "minutes_paragraph"("meeting_id");

-- CreateIndex
CREATE INDEX "minutes_signed_file_meeting_id_idx" ON "minutes_signed_file"("meeting_id");

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "minutes_paragraph" ADD CONSTRAINT "minutes_paragraph_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "minutes"("meeting_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "minutes_signature" ADD CONSTRAINT "minutes_signature_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "minutes"("meeting_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "minutes_addendum" ADD CONSTRAINT "minutes_addendum_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "minutes"("meeting_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "minutes_signed_file" ADD CONSTRAINT "minutes_signed_file_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "minutes"("meeting_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Approved words and locked minutes cannot change, by any route (issue 4, point 5) ------------------------

CREATE FUNCTION minutes_guard() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'locked' THEN
    RAISE EXCEPTION 'minutes are kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status = 'approved' AND to_jsonb(NEW) - '{status,locked_at}'::text[] <> to_jsonb(OLD) - '{status,locked_at}'::text[] THEN
    RAISE EXCEPTION 'approved minutes cannot change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.status = 'approved' AND NEW.status NOT IN ('approved', 'locked')) OR (OLD.status <> 'approved' AND NEW.status = 'locked') THEN
    RAISE EXCEPTION 'minutes are locked once approved' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'locked' AND (SELECT count(*) FROM minutes_signature s
      WHERE s.meeting_id = NEW.meeting_id AND s.addendum = 0 AND s.sha256 = NEW.sha256) <> 2 THEN
    RAISE EXCEPTION 'minutes are locked by both signatures' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER minutes_guard BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_guard();

-- FOR SHARE waits for an approval under way, so that nothing slips in behind the approved hash.
CREATE FUNCTION minutes_not_approved() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
BEGIN
  PERFORM 1 FROM minutes WHERE meeting_id = changed AND status < 'approved' FOR SHARE;
  IF NOT FOUND OR (TG_OP = 'UPDATE' AND NEW.meeting_id <> OLD.meeting_id) THEN
    RAISE EXCEPTION 'approved minutes cannot change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER minutes_not_approved BEFORE INSERT OR UPDATE OR DELETE ON minutes_paragraph
  FOR EACH ROW EXECUTE FUNCTION minutes_not_approved();

-- The minutes are signed as approved; an addendum corrects locked minutes and is signed by its own hash.
CREATE FUNCTION minutes_signed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.addendum = 0 THEN
    PERFORM 1 FROM minutes WHERE meeting_id = NEW.meeting_id AND status = 'approved' AND sha256 = NEW.sha256 FOR SHARE;
  ELSE
    PERFORM 1 FROM minutes_addendum WHERE meeting_id = NEW.meeting_id AND number = NEW.addendum AND sha256 = NEW.sha256;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only what stands approved is signed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER minutes_signed BEFORE INSERT ON minutes_signature FOR EACH ROW EXECUTE FUNCTION minutes_signed();

CREATE FUNCTION minutes_locked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM minutes WHERE meeting_id = NEW.meeting_id AND status = 'locked';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an addendum corrects locked minutes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER minutes_locked BEFORE INSERT ON minutes_addendum FOR EACH ROW EXECUTE FUNCTION minutes_locked();

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['minutes_signature', 'minutes_addendum', 'minutes_signed_file'] LOOP
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['minutes', 'minutes_paragraph', 'minutes_signature', 'minutes_addendum', 'minutes_signed_file'] LOOP
    EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

ALTER TABLE minutes ADD CONSTRAINT minutes_approved CHECK (
    (status >= 'approved') = (sha256 IS NOT NULL) AND (status >= 'approved') = (approved_at IS NOT NULL)
    AND (status = 'locked') = (locked_at IS NOT NULL));
ALTER TABLE minutes_paragraph ADD CONSTRAINT minutes_paragraph_text CHECK (text <> '');
ALTER TABLE minutes_addendum ADD CONSTRAINT minutes_addendum_words CHECK (text <> '' AND reason <> '' AND number >= 1);

GRANT SELECT, INSERT ON minutes, minutes_paragraph, minutes_signature, minutes_addendum, minutes_signed_file TO bangvang_app;
GRANT UPDATE ON minutes, minutes_paragraph TO bangvang_app;
GRANT DELETE ON minutes_paragraph TO bangvang_app;
