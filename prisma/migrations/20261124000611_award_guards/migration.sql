-- What became of a proposal is written once, and nothing changes in an archived season (issue 4, "Awards").
-- Lock order: season, then proposal, then the head of the journal's chain.

CREATE FUNCTION refuse_unless_awards_open(of_season text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM season WHERE id = of_season AND phase IN ('deliberation', 'finalized') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'season % takes no awards now', of_season USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

CREATE FUNCTION award_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_unless_awards_open(CASE WHEN TG_OP = 'DELETE' THEN OLD.season_id ELSE NEW.season_id END);
  IF TG_OP = 'UPDATE' AND NEW.season_id <> OLD.season_id THEN
    RAISE EXCEPTION 'an award stays in its season' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER award_open BEFORE INSERT OR UPDATE OR DELETE ON award_kind FOR EACH ROW EXECUTE FUNCTION award_open();
CREATE TRIGGER award_open BEFORE INSERT OR UPDATE OR DELETE ON award_proposal FOR EACH ROW EXECUTE FUNCTION award_open();

CREATE FUNCTION award_proposal_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a proposal is kept for ever' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> 'proposed' THEN
    RAISE EXCEPTION 'what became of a proposal is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF to_jsonb(NEW) - '{status,ballot_id,outcome_note,outcome_by,outcome_at}'::text[]
      <> to_jsonb(OLD) - '{status,ballot_id,outcome_note,outcome_by,outcome_at}'::text[] THEN
    RAISE EXCEPTION 'a proposal keeps what it says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER award_proposal_guard BEFORE UPDATE OR DELETE ON award_proposal
  FOR EACH ROW EXECUTE FUNCTION award_proposal_guard();

-- One proposal of a unit for an award at a time.
CREATE FUNCTION award_proposed_once() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM award_kind WHERE season_id = NEW.season_id AND code = NEW.kind_code FOR UPDATE;
  IF EXISTS (SELECT 1 FROM award_proposal WHERE season_id = NEW.season_id AND kind_code = NEW.kind_code
      AND unit_id = NEW.unit_id AND status <> 'withdrawn') THEN
    RAISE EXCEPTION 'this unit is proposed for this award already' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER award_proposed_once BEFORE INSERT ON award_proposal FOR EACH ROW EXECUTE FUNCTION award_proposed_once();

-- Shapes the types cannot say
ALTER TABLE award_kind ADD CONSTRAINT award_kind_version CHECK (version >= 1);
ALTER TABLE award_proposal ADD CONSTRAINT award_proposal_outcome CHECK (
  (status = 'proposed') = (outcome_at IS NULL) AND (outcome_at IS NULL) = (outcome_by IS NULL) AND (outcome_at IS NULL) = (outcome_note IS NULL));
