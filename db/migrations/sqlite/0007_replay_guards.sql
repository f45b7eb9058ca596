CREATE TRIGGER watchings_completed_fixed BEFORE UPDATE ON watchings WHEN OLD.completed_at IS NOT NULL AND NEW.completed_at IS NOT OLD.completed_at BEGIN
  SELECT RAISE(ABORT, 'a replay that was watched stays watched');
END;
--> statement-breakpoint
CREATE TRIGGER watchings_no_delete BEFORE DELETE ON watchings BEGIN
  SELECT RAISE(ABORT, 'watchings are kept');
END;
--> statement-breakpoint
CREATE TRIGGER watch_sessions_ended_fixed BEFORE UPDATE ON watch_sessions WHEN OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at BEGIN
  SELECT RAISE(ABORT, 'a session that has ended stays ended');
END;
