-- What the database itself refuses (domain.md "Scores are kept in layers, for ever"; issue 2, points 8 and 9).
-- Lock order everywhere: assessment, then season, then the head of the journal's chain.

-- 1. The journal is a chain that only grows ---------------------------------------------------------------

CREATE FUNCTION journal_append() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head journal_head;
BEGIN
  SELECT * INTO head FROM journal_head WHERE chain = NEW.chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO journal_head (chain, number, hash) VALUES (NEW.chain, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM journal_head WHERE chain = NEW.chain FOR UPDATE;
  END IF;
  NEW.number := head.number + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := encode(sha256(convert_to(head.hash || NEW.content_hash, 'UTF8')), 'hex');
  UPDATE journal_head SET number = NEW.number, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;

CREATE TRIGGER journal_append BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_append();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are kept for ever', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- 2. Layers, snapshots and words are append-only ----------------------------------------------------------

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['journal_entry', 'submission', 'appraisal', 'gate_decision', 'comment', 'comment_answer',
                              'final_ranking', 'deadline', 'phase_change'] LOOP
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- 3. A finalized season's scores cannot change ------------------------------------------------------------

CREATE FUNCTION refuse_if_frozen(season text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'season % is finalized', season USING ERRCODE = 'restrict_violation';
END $$;

-- FOR SHARE waits for a finalization under way, so that nothing slips in behind the frozen bundle.
CREATE FUNCTION season_not_frozen() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.season_id ELSE NEW.season_id END;
BEGIN
  PERFORM 1 FROM season WHERE id = changed AND phase < 'finalized' FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse_if_frozen(changed); END IF;
  IF TG_OP = 'UPDATE' AND NEW.season_id <> OLD.season_id THEN
    RAISE EXCEPTION 'a row cannot move to another season' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- What the board and the ranking show has a revision; the update also takes the season's lock.
CREATE FUNCTION season_revised() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE season SET revision = revision + 1 WHERE id = NEW.season_id AND phase < 'finalized';
  IF NOT FOUND THEN PERFORM refuse_if_frozen(NEW.season_id); END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  scored text;
BEGIN
  FOREACH scored IN ARRAY ARRAY['assessment', 'answer', 'evidence', 'evidence_link', 'comment', 'comment_answer', 'deadline', 'final_ranking'] LOOP
    EXECUTE format('CREATE TRIGGER season_not_frozen BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION season_not_frozen()', scored);
  END LOOP;
  FOREACH scored IN ARRAY ARRAY['submission', 'appraisal', 'gate_decision'] LOOP
    EXECUTE format('CREATE TRIGGER season_revised BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION season_revised()', scored);
  END LOOP;
END $$;

CREATE FUNCTION season_guard() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a season is kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.id <> OLD.id OR NEW.cluster_id <> OLD.cluster_id OR NEW.year <> OLD.year THEN
    RAISE EXCEPTION 'a season keeps its identity' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.phase < OLD.phase THEN
    RAISE EXCEPTION 'a phase never goes back' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.phase >= 'finalized' AND NOT (OLD.phase = 'finalized' AND NEW.phase = 'archived'
      AND to_jsonb(NEW) - 'phase' = to_jsonb(OLD) - 'phase') THEN
    PERFORM refuse_if_frozen(OLD.id);
  END IF;
  IF NEW.phase = 'finalized' AND OLD.phase < 'finalized'
      AND NOT EXISTS (SELECT 1 FROM final_ranking WHERE season_id = NEW.id) THEN
    RAISE EXCEPTION 'a season is finalized with its frozen ranking' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER season_guard BEFORE UPDATE OR DELETE ON season FOR EACH ROW EXECUTE FUNCTION season_guard();

-- 4. An adopted criteria version is immutable --------------------------------------------------------------

CREATE FUNCTION criteria_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('adopted', 'superseded') AND (TG_OP = 'DELETE'
      OR to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status'
      OR NOT (NEW.status = OLD.status OR (OLD.status = 'adopted' AND NEW.status = 'superseded'))) THEN
    RAISE EXCEPTION 'an adopted criteria version is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER criteria_version_guard BEFORE UPDATE OR DELETE ON criteria_version
  FOR EACH ROW EXECUTE FUNCTION criteria_version_guard();

-- 5. Shapes the types cannot say -----------------------------------------------------------------------------

ALTER TABLE appraisal ADD CONSTRAINT appraisal_reason CHECK (reason <> ''),
  ADD CONSTRAINT appraisal_shape CHECK (
    (kind = 'corrected') = (answer IS NOT NULL) AND (kind = 'overridden') = (points IS NOT NULL)
    AND (bonus IS NULL OR kind = 'overridden'));
ALTER TABLE gate_decision ADD CONSTRAINT gate_decision_reason CHECK (reason <> '');
ALTER TABLE answer ADD CONSTRAINT answer_version CHECK (version >= 1);
ALTER TABLE criteria_version ADD CONSTRAINT criteria_version_adopted CHECK (
  status IN ('draft', 'consultation') OR adopted_on IS NOT NULL);
ALTER TABLE person ADD CONSTRAINT person_email_form CHECK (email = lower(email) AND email <> '');
ALTER TABLE mandate ADD CONSTRAINT mandate_scope CHECK (
    (role IN ('administrator', 'reviewer') AND season_id IS NULL AND unit_id IS NULL)
    OR (role IN ('delegate', 'leader', 'chair', 'viceChair') AND season_id IS NOT NULL AND unit_id IS NOT NULL)
    OR (role IN ('secretary', 'appraiser') AND season_id IS NOT NULL)),
  ADD CONSTRAINT mandate_span CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT mandate_substitute_paper CHECK (substitute_for_id IS NULL OR paper_number <> '');
ALTER TABLE unit ADD CONSTRAINT unit_span CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- 6. What the application's role may do ----------------------------------------------------------------------

GRANT USAGE ON SCHEMA public TO bangvang_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO bangvang_app;
REVOKE INSERT ON journal_head FROM bangvang_app;
REVOKE ALL ON _prisma_migrations FROM bangvang_app;
GRANT UPDATE ON unit, cluster, person, mandate, session, sign_in_failure, season, criteria_version, assessment, answer TO bangvang_app;
GRANT DELETE ON cluster_member, session, sign_in_failure, evidence, evidence_link TO bangvang_app;
