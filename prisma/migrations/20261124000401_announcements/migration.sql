-- Every entry of the journal is announced when its transaction commits, without its content: the event stream.
CREATE FUNCTION journal_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('journal', json_build_object('chain', NEW.chain, 'number', NEW.number, 'what', NEW.what,
    'aboutKind', NEW.about_kind, 'aboutId', NEW.about_id)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER journal_announce AFTER INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_announce();
