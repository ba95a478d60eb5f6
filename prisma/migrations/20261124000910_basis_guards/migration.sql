-- A vote's and an award's basis stay as well: a vote's once it has been open, an award's once a unit is proposed for it
-- (issue 3, point 3). An award is named "season/code"; no season has a slash.
CREATE OR REPLACE FUNCTION citation_not_adopted() RETURNS trigger
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
  ELSIF changed.about_kind = 'ballotThreshold' THEN
    SELECT CASE WHEN status = 'prepared' AND round = 1 THEN 'prepared' ELSE 'adopted' END INTO state
      FROM ballot WHERE id = changed.about_id::uuid FOR SHARE;
  ELSIF changed.about_kind = 'awardKind' THEN
    -- A proposal locks its award's row, too: none is written between this look and the end.
    PERFORM 1 FROM award_kind
      WHERE season_id = split_part(changed.about_id, '/', 1)
        AND code = substr(changed.about_id, strpos(changed.about_id, '/') + 1) FOR UPDATE;
    SELECT 'adopted' INTO state FROM award_proposal
      WHERE season_id = split_part(changed.about_id, '/', 1)
        AND kind_code = substr(changed.about_id, strpos(changed.about_id, '/') + 1) LIMIT 1;
  END IF;
  IF state IN ('adopted', 'superseded') THEN
    RAISE EXCEPTION 'the basis of an adopted % stays', changed.about_kind USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN changed;
END $$;
