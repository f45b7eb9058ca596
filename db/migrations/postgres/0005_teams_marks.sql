CREATE FUNCTION mark_person_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_changes (person_id, mark) VALUES (NEW.person_id, pg_current_xact_id()::text::bigint)
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark WHERE person_changes.mark <> excluded.mark;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION mark_people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_changes (person_id, mark) VALUES (NEW.id, pg_current_xact_id()::text::bigint)
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark WHERE person_changes.mark <> excluded.mark;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_mark AFTER INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION mark_people_changed();
--> statement-breakpoint
CREATE TRIGGER evidence_mark AFTER INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION mark_person_changed();
--> statement-breakpoint
CREATE TRIGGER registrations_mark AFTER INSERT ON registrations FOR EACH ROW EXECUTE FUNCTION mark_person_changed();
--> statement-breakpoint
CREATE TRIGGER certifications_mark AFTER INSERT OR UPDATE ON certifications FOR EACH ROW EXECUTE FUNCTION mark_person_changed();
--> statement-breakpoint
CREATE TRIGGER holds_mark AFTER INSERT OR UPDATE ON holds FOR EACH ROW EXECUTE FUNCTION mark_person_changed();
--> statement-breakpoint
CREATE TRIGGER overrides_mark AFTER INSERT OR UPDATE ON overrides FOR EACH ROW EXECUTE FUNCTION mark_person_changed();
