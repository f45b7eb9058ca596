CREATE TRIGGER people_mark_insert AFTER INSERT ON people BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER people_mark_update AFTER UPDATE ON people BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_mark_insert AFTER INSERT ON evidence BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER registrations_mark_insert AFTER INSERT ON registrations BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER certifications_mark_insert AFTER INSERT ON certifications BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER certifications_mark_update AFTER UPDATE ON certifications BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER holds_mark_insert AFTER INSERT ON holds BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER holds_mark_update AFTER UPDATE ON holds BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER overrides_mark_insert AFTER INSERT ON overrides BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER overrides_mark_update AFTER UPDATE ON overrides BEGIN
  INSERT INTO person_changes (person_id, mark)
  VALUES (NEW.person_id, (SELECT coalesce(max(mark), 0) + 1 FROM person_changes))
  ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark;
END;
