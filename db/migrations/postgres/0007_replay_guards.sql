CREATE TRIGGER watchings_completed_fixed BEFORE UPDATE ON watchings FOR EACH ROW WHEN (OLD.completed_at IS NOT NULL AND NEW.completed_at IS DISTINCT FROM OLD.completed_at) EXECUTE FUNCTION refuse_finished_work();
--> statement-breakpoint
CREATE TRIGGER watchings_no_delete BEFORE DELETE ON watchings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER watch_sessions_ended_fixed BEFORE UPDATE ON watch_sessions FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) EXECUTE FUNCTION refuse_finished_work();
