CREATE TRIGGER invitations_ended_fixed BEFORE UPDATE ON invitations FOR EACH ROW WHEN (OLD.used_at IS NOT NULL OR OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION refuse_finished_work();
--> statement-breakpoint
CREATE TRIGGER invitations_no_delete BEFORE DELETE ON invitations FOR EACH ROW EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
CREATE TRIGGER partner_checks_submitted_fixed BEFORE UPDATE ON partner_checks FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION refuse_finished_work();
--> statement-breakpoint
CREATE TRIGGER partner_checks_no_delete BEFORE DELETE ON partner_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER attendances_append_only BEFORE UPDATE OR DELETE ON attendances FOR EACH ROW EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
CREATE TRIGGER notices_no_update BEFORE UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER notices_no_delete BEFORE DELETE ON notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER nudges_no_update BEFORE UPDATE ON nudges FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER nudges_no_delete BEFORE DELETE ON nudges FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER notice_settings_no_update BEFORE UPDATE ON notice_settings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER notice_settings_no_delete BEFORE DELETE ON notice_settings FOR EACH ROW EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
CREATE FUNCTION refuse_delegation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a delegation is only ever ended, and once';
END $$;
--> statement-breakpoint
CREATE TRIGGER team_delegations_no_delete BEFORE DELETE ON team_delegations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER team_delegations_no_truncate BEFORE TRUNCATE ON team_delegations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER team_delegations_end_once BEFORE UPDATE ON team_delegations FOR EACH ROW
WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL
  OR (NEW.id, NEW.manager_id, NEW.delegate_id, NEW.valid_from, NEW.valid_until, NEW.reason, NEW.created_at, NEW.created_by)
    IS DISTINCT FROM (OLD.id, OLD.manager_id, OLD.delegate_id, OLD.valid_from, OLD.valid_until, OLD.reason, OLD.created_at, OLD.created_by))
EXECUTE FUNCTION refuse_delegation_change();
