-- A NOTIFY takes one lock of the whole server until its commit is on the disk, so every commit that announces waits for
-- the one before. Saving an answer, the one act that comes by the hundred a second, is told with the next act of its
-- season or at the stream's next heartbeat (docs/decisions/0012).
DROP TRIGGER journal_announce ON journal_entry;
CREATE TRIGGER journal_announce AFTER INSERT ON journal_entry FOR EACH ROW
  WHEN (NEW.what <> 'answer-saved') EXECUTE FUNCTION journal_announce();
