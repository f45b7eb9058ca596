CREATE FUNCTION refuse_finished_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a finished row of % is fixed', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER story_plays_ended_fixed BEFORE UPDATE ON story_plays FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_finished_work();
--> statement-breakpoint
CREATE TRIGGER story_plays_no_delete BEFORE DELETE ON story_plays FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER lesson_checks_submitted_fixed BEFORE UPDATE ON lesson_checks FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_finished_work();
--> statement-breakpoint
CREATE TRIGGER lesson_checks_no_delete BEFORE DELETE ON lesson_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
