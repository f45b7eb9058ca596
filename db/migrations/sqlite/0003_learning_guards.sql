CREATE TRIGGER story_plays_ended_fixed BEFORE UPDATE ON story_plays WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a story that has ended is fixed');
END;
--> statement-breakpoint
CREATE TRIGGER story_plays_no_delete BEFORE DELETE ON story_plays BEGIN
  SELECT RAISE(ABORT, 'story plays are kept');
END;
--> statement-breakpoint
CREATE TRIGGER lesson_checks_submitted_fixed BEFORE UPDATE ON lesson_checks WHEN OLD.submitted_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a submitted check is fixed');
END;
--> statement-breakpoint
CREATE TRIGGER lesson_checks_no_delete BEFORE DELETE ON lesson_checks BEGIN
  SELECT RAISE(ABORT, 'lesson checks are kept');
END;
