-- An adopted draft is immutable, with all that belongs to it (domain.md "Criteria versions"; issue 3, "Refusals").
-- Lock order: draft, then season, then the head of the journal's chain.

-- 1. The draft itself --------------------------------------------------------------------------------------

CREATE FUNCTION draft_guard() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a draft is kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.kind, NEW.cluster_id, NEW.season_id, NEW.year, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.kind, OLD.cluster_id, OLD.season_id, OLD.year, OLD.created_at) THEN
    RAISE EXCEPTION 'a draft keeps its identity' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status < OLD.status THEN
    RAISE EXCEPTION 'a draft never goes back' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status >= 'adopted' AND to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status' THEN
    RAISE EXCEPTION 'an adopted draft is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status >= 'adopted' AND OLD.status < 'adopted'
      AND NOT EXISTS (SELECT 1 FROM draft_version WHERE draft_id = NEW.id AND reason = 'adopted') THEN
    RAISE EXCEPTION 'a draft is adopted with the version it is kept as' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER draft_guard BEFORE UPDATE OR DELETE ON draft FOR EACH ROW EXECUTE FUNCTION draft_guard();

-- 2. What belongs to it ------------------------------------------------------------------------------------

-- FOR SHARE waits for an adoption under way, so that nothing slips in behind the adopted version.
CREATE FUNCTION refuse_if_adopted(changed uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM draft WHERE id = changed AND status < 'adopted' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'draft % is adopted', changed USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

CREATE FUNCTION draft_not_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_if_adopted(OLD.draft_id); END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.draft_id <> OLD.draft_id) THEN
    PERFORM refuse_if_adopted(NEW.draft_id);
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['draft_node', 'draft_change', 'draft_version', 'consultation', 'invitee', 'no_comment'] LOOP
    EXECUTE format('CREATE TRIGGER draft_not_adopted BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION draft_not_adopted()', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['draft_change', 'draft_version', 'consultation', 'invitee', 'no_comment', 'comment_reply',
                              'comment_state', 'comment_application', 'comment_mention'] LOOP
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', part);
    EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
END $$;

-- 3. Comments end with what they are about: a ranking's with its season, a draft's with its adoption ---------

CREATE FUNCTION refuse_if_closed(of_draft uuid, of_season text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF of_draft IS NOT NULL THEN
    PERFORM refuse_if_adopted(of_draft);
    RETURN;
  END IF;
  PERFORM 1 FROM season WHERE id = of_season AND phase < 'finalized' FOR SHARE;
  IF NOT FOUND THEN PERFORM refuse_if_frozen(of_season); END IF;
END $$;

CREATE FUNCTION comment_not_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_if_closed(NEW.draft_id, NEW.season_id);
  RETURN NEW;
END $$;

CREATE FUNCTION comment_part_not_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_if_closed(c.draft_id, c.season_id) FROM comment c WHERE c.id = NEW.comment_id;
  RETURN NEW;
END $$;

-- Updates and deletions are refused already: these rows are kept for ever.
DROP TRIGGER season_not_frozen ON comment;
DROP TRIGGER season_not_frozen ON comment_answer;
CREATE TRIGGER comment_not_closed BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION comment_not_closed();

DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['comment_answer', 'comment_reply', 'comment_state', 'comment_application', 'comment_mention'] LOOP
    EXECUTE format('CREATE TRIGGER comment_part_not_closed BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION comment_part_not_closed()', part);
  END LOOP;
END $$;

-- 4. Shapes the types cannot say -----------------------------------------------------------------------------

ALTER TABLE draft ADD CONSTRAINT draft_revision CHECK (revision >= 1),
  ADD CONSTRAINT draft_adopted CHECK (
    (status >= 'adopted') = (adopted_on IS NOT NULL AND adopted_number IS NOT NULL AND adopted_sha256 IS NOT NULL AND adopted_by IS NOT NULL));
ALTER TABLE draft_node ADD CONSTRAINT draft_node_version CHECK (version >= 1);
ALTER TABLE draft_change ADD CONSTRAINT draft_change_shape CHECK (before IS NOT NULL OR after IS NOT NULL);
ALTER TABLE comment ADD CONSTRAINT comment_subject_shape CHECK ((subject = 'ranking') = (draft_id IS NULL)),
  ADD CONSTRAINT comment_number CHECK (number >= 1);
