-- A closed pact, and a pact whose season has opened, cannot change (issue 4, "The pact").
-- Lock order: season, then registration, then the head of the journal's chain.

-- FOR SHARE waits for a closing or an opening under way, so that nothing slips in behind it.
CREATE FUNCTION refuse_unless_pact_open(of_season text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM season WHERE id = of_season AND phase = 'preparing' FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM pact WHERE season_id = of_season) THEN
    RAISE EXCEPTION 'the pact of % is closed', of_season USING ERRCODE = 'restrict_violation';
  END IF;
END $$;

CREATE FUNCTION pact_not_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.season_id, NEW.unit_id) IS DISTINCT FROM (OLD.season_id, OLD.unit_id) THEN
    RAISE EXCEPTION 'a registration stays with its unit' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM refuse_unless_pact_open(CASE WHEN TG_OP = 'DELETE' THEN OLD.season_id ELSE NEW.season_id END);
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION pact_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_unless_pact_open(NEW.season_id);
  RETURN NEW;
END $$;

CREATE TRIGGER pact_open BEFORE INSERT ON pact FOR EACH ROW EXECUTE FUNCTION pact_open();

-- What is signed changes only once its leader has opened it again.
CREATE FUNCTION registration_not_signed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed record;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  PERFORM 1 FROM pact_registration
    WHERE season_id = changed.season_id AND unit_id = changed.unit_id AND status = 'draft' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the registration of % is signed', changed.unit_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN changed;
END $$;

DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['pact_registration', 'pact_target', 'pact_movement', 'pact_signature'] LOOP
    EXECUTE format('CREATE TRIGGER pact_not_closed BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION pact_not_closed()', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['pact_target', 'pact_movement'] LOOP
    EXECUTE format('CREATE TRIGGER registration_not_signed BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION registration_not_signed()', part);
  END LOOP;
  FOREACH part IN ARRAY ARRAY['pact_signature', 'pact', 'target_change'] LOOP
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', part);
    EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
END $$;

-- Updates and deletions are refused already: these rows are kept for ever.
CREATE TRIGGER season_not_frozen BEFORE INSERT ON target_change FOR EACH ROW EXECUTE FUNCTION season_not_frozen();

-- Shapes the types cannot say
ALTER TABLE pact_target ADD CONSTRAINT pact_target_version CHECK (version >= 1);
ALTER TABLE pact_movement ADD CONSTRAINT pact_movement_version CHECK (version >= 1),
  ADD CONSTRAINT pact_movement_title CHECK (title <> '');
ALTER TABLE target_change ADD CONSTRAINT target_change_reason CHECK (reason <> '');
