CREATE TRIGGER invitations_ended_fixed BEFORE UPDATE ON invitations WHEN OLD.used_at IS NOT NULL OR OLD.revoked_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a link that was used or revoked stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER invitations_no_delete BEFORE DELETE ON invitations BEGIN
  SELECT RAISE(ABORT, 'invitations are kept');
END;

--> statement-breakpoint
CREATE TRIGGER partner_checks_submitted_fixed BEFORE UPDATE ON partner_checks WHEN OLD.submitted_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a submitted check is fixed');
END;
--> statement-breakpoint
CREATE TRIGGER partner_checks_no_delete BEFORE DELETE ON partner_checks BEGIN
  SELECT RAISE(ABORT, 'partner checks are kept');
END;
--> statement-breakpoint
CREATE TRIGGER attendances_no_update BEFORE UPDATE ON attendances BEGIN
  SELECT RAISE(ABORT, 'an attendance is fixed');
END;
--> statement-breakpoint
CREATE TRIGGER attendances_no_delete BEFORE DELETE ON attendances BEGIN
  SELECT RAISE(ABORT, 'attendances are kept');
END;

--> statement-breakpoint
CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices BEGIN
  SELECT RAISE(ABORT, 'what was told is kept');
END;
--> statement-breakpoint
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices BEGIN
  SELECT RAISE(ABORT, 'what was told is kept');
END;
--> statement-breakpoint
CREATE TRIGGER nudges_no_update BEFORE UPDATE ON nudges BEGIN
  SELECT RAISE(ABORT, 'nudges are kept');
END;
--> statement-breakpoint
CREATE TRIGGER nudges_no_delete BEFORE DELETE ON nudges BEGIN
  SELECT RAISE(ABORT, 'nudges are kept');
END;
--> statement-breakpoint
CREATE TRIGGER notice_settings_no_update BEFORE UPDATE ON notice_settings BEGIN
  SELECT RAISE(ABORT, 'settings of reminders are kept');
END;
--> statement-breakpoint
CREATE TRIGGER notice_settings_no_delete BEFORE DELETE ON notice_settings BEGIN
  SELECT RAISE(ABORT, 'settings of reminders are kept');
END;

--> statement-breakpoint
CREATE TRIGGER team_delegations_no_delete BEFORE DELETE ON team_delegations BEGIN
  SELECT RAISE(ABORT, 'team_delegations are kept');
END;
--> statement-breakpoint
CREATE TRIGGER team_delegations_end_once BEFORE UPDATE ON team_delegations
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.manager_id IS NOT OLD.manager_id OR NEW.delegate_id IS NOT OLD.delegate_id
  OR NEW.valid_from IS NOT OLD.valid_from OR NEW.valid_until IS NOT OLD.valid_until OR NEW.reason IS NOT OLD.reason
  OR NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by BEGIN
  SELECT RAISE(ABORT, 'a delegation is only ever ended, and once');
END;
