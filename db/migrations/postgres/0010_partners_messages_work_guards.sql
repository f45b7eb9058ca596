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
