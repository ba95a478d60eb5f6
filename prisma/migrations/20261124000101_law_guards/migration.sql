-- A law may end; it is never deleted, since drafts and criteria name it for ever (issue 3, point 3).
CREATE TRIGGER keep_rows BEFORE DELETE ON law FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON law FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shapes the types cannot say
ALTER TABLE law ADD CONSTRAINT law_version CHECK (version >= 1),
  ADD CONSTRAINT law_named CHECK (number <> '' AND title_vi <> ''),
  ADD CONSTRAINT law_span CHECK (effective_to IS NULL
    OR (effective_to >= effective_from) IS NOT FALSE AND (effective_to >= issued_on) IS NOT FALSE),
  ADD CONSTRAINT law_file CHECK (num_nonnulls(file_name, file_content_type, file_size, file_sha256) IN (0, 4));
ALTER TABLE law_replacement ADD CONSTRAINT law_replacement_other CHECK (law_id <> replaced_id),
  ADD CONSTRAINT law_replacement_part CHECK (NOT is_in_part OR note <> '');

-- What an adopted draft or criteria version rests on stays. FOR SHARE waits for an adoption under way.
CREATE FUNCTION citation_not_adopted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  changed law_citation;
  state text;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  IF changed.about_kind = 'draft' THEN
    SELECT status INTO state FROM draft WHERE id = changed.about_id::uuid FOR SHARE;
  ELSIF changed.about_kind = 'criteriaVersion' THEN
    SELECT status INTO state FROM criteria_version WHERE id = changed.about_id::uuid FOR SHARE;
  END IF;
  IF state IN ('adopted', 'superseded') THEN
    RAISE EXCEPTION 'the basis of an adopted % stays', changed.about_kind USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN changed;
END $$;

CREATE TRIGGER citation_not_adopted BEFORE INSERT OR UPDATE OR DELETE ON law_citation
  FOR EACH ROW EXECUTE FUNCTION citation_not_adopted();
CREATE TRIGGER keep_table BEFORE TRUNCATE ON law_citation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
