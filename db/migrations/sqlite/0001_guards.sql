CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN
  SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN
  SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER person_versions_no_update BEFORE UPDATE ON person_versions BEGIN
  SELECT RAISE(ABORT, 'person_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER person_versions_no_delete BEFORE DELETE ON person_versions BEGIN
  SELECT RAISE(ABORT, 'person_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deal_claims_no_update BEFORE UPDATE ON deal_claims BEGIN
  SELECT RAISE(ABORT, 'deal_claims is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER deal_claims_no_delete BEFORE DELETE ON deal_claims BEGIN
  SELECT RAISE(ABORT, 'deal_claims is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER claim_refusals_no_update BEFORE UPDATE ON claim_refusals BEGIN
  SELECT RAISE(ABORT, 'claim_refusals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER claim_refusals_no_delete BEFORE DELETE ON claim_refusals BEGIN
  SELECT RAISE(ABORT, 'claim_refusals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases BEGIN
  SELECT RAISE(ABORT, 'releases is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases BEGIN
  SELECT RAISE(ABORT, 'releases is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER release_parts_no_update BEFORE UPDATE ON release_parts BEGIN
  SELECT RAISE(ABORT, 'release_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER release_parts_no_delete BEFORE DELETE ON release_parts BEGIN
  SELECT RAISE(ABORT, 'release_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER attempts_submitted_fixed BEFORE UPDATE ON attempts WHEN OLD.submitted_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a submitted attempt is fixed');
END;
--> statement-breakpoint
CREATE TRIGGER attempts_no_delete BEFORE DELETE ON attempts BEGIN
  SELECT RAISE(ABORT, 'attempts are kept');
END;
--> statement-breakpoint
CREATE TRIGGER attempt_answers_insert_open BEFORE INSERT ON attempt_answers
WHEN (SELECT submitted_at FROM attempts WHERE id = NEW.attempt_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'answers of a submitted attempt are fixed');
END;
--> statement-breakpoint
CREATE TRIGGER attempt_answers_update_open BEFORE UPDATE ON attempt_answers
WHEN (SELECT submitted_at FROM attempts WHERE id = OLD.attempt_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'answers of a submitted attempt are fixed');
END;
--> statement-breakpoint
CREATE TRIGGER attempt_answers_delete_open BEFORE DELETE ON attempt_answers
WHEN (SELECT submitted_at FROM attempts WHERE id = OLD.attempt_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'answers of a submitted attempt are fixed');
END;
--> statement-breakpoint
CREATE TRIGGER deal_claims_allowed BEFORE INSERT ON deal_claims
WHEN NEW.outcome NOT IN ('allow', 'allow_in_grace', 'allow_by_override') OR json_extract(NEW.decision, '$.outcome') IS NOT NEW.outcome BEGIN
  SELECT RAISE(ABORT, 'a claim needs an allowing decision');
END;
