CREATE TABLE "standing_facts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"mark" bigint NOT NULL,
	"facts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_mails" (
	"message_id" text PRIMARY KEY NOT NULL,
	"landed_at" bigint NOT NULL,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"unsubscribe_token" text
);
--> statement-breakpoint
CREATE TABLE "mail_opt_outs" (
	"person_id" text PRIMARY KEY NOT NULL,
	"opted_out_at" bigint NOT NULL,
	"via" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"address" text PRIMARY KEY NOT NULL,
	"refused_at" bigint NOT NULL,
	"said" text NOT NULL,
	"message_id" text NOT NULL,
	"cleared_at" bigint,
	"cleared_by" text
);
--> statement-breakpoint
CREATE TABLE "message_tries" (
	"message_id" text NOT NULL,
	"number" integer NOT NULL,
	"asked_by" text,
	"asked_at" bigint,
	"started_at" bigint,
	"ended_at" bigint,
	"outcome" text,
	"said" text,
	CONSTRAINT "message_tries_message_id_number_pk" PRIMARY KEY("message_id","number")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL,
	"source" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"language" text NOT NULL,
	"person_id" text,
	"invited_by" text,
	"token_hash" text NOT NULL,
	"mails" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"mailed_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint,
	"revoked_by" text
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"release_id" text NOT NULL,
	"number" text NOT NULL,
	"firm_name" text,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"release_id" text NOT NULL,
	"number" integer NOT NULL,
	"form" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"submitted_at" bigint,
	"passed_at" bigint,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "scheduled_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"due_at" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"lease_until" bigint NOT NULL,
	"ended_at" bigint,
	"outcome" text,
	"counts" jsonb
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"state" text NOT NULL,
	"person_id" text,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"phase" text,
	"result" jsonb,
	"failure" jsonb,
	"claim" text,
	"lease_until" bigint,
	"runs" integer NOT NULL,
	"cancel_asked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "work_file_chunks" (
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "work_file_chunks_file_id_position_pk" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
CREATE TABLE "work_files" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"completed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "notice_plan_parts" (
	"run_id" text NOT NULL,
	"position" integer NOT NULL,
	"keys" jsonb NOT NULL,
	CONSTRAINT "notice_plan_parts_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "notice_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"slot" bigint,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"state" text NOT NULL,
	"planned" integer NOT NULL,
	"sent" integer NOT NULL,
	"population" integer NOT NULL,
	"summary" jsonb,
	"decided_at" bigint,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"policy" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"person_id" text NOT NULL,
	"occasion" text NOT NULL,
	"step" text NOT NULL,
	"end_at" bigint,
	"to_person_id" text NOT NULL,
	"day" text NOT NULL,
	"run_id" text NOT NULL,
	"message_key" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "notices_person_id_occasion_step_pk" PRIMARY KEY("person_id","occasion","step")
);
--> statement-breakpoint
CREATE TABLE "nudge_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"by_person_id" text NOT NULL,
	"words" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"batch_id" text NOT NULL,
	"person_id" text NOT NULL,
	"outcome" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "nudges_batch_id_person_id_pk" PRIMARY KEY("batch_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "team_delegations" (
	"id" text PRIMARY KEY NOT NULL,
	"manager_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"reason" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "said" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unsubscribe_token" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "demo_mails" ADD CONSTRAINT "demo_mails_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_opt_outs" ADD CONSTRAINT "mail_opt_outs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_tries" ADD CONSTRAINT "message_tries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_checks" ADD CONSTRAINT "partner_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_checks" ADD CONSTRAINT "partner_checks_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work" ADD CONSTRAINT "work_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_file_chunks" ADD CONSTRAINT "work_file_chunks_file_id_work_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."work_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_files" ADD CONSTRAINT "work_files_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_plan_parts" ADD CONSTRAINT "notice_plan_parts_run_id_notice_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."notice_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_run_id_notice_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."notice_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge_batches" ADD CONSTRAINT "nudge_batches_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_batch_id_nudge_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."nudge_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_delegations" ADD CONSTRAINT "team_delegations_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_delegations" ADD CONSTRAINT "team_delegations_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demo_mails_landed" ON "demo_mails" USING btree ("landed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("firm_id","address_key") WHERE source = 'invited' and used_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invitations_firm" ON "invitations" USING btree ("firm_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_edition" ON "attendances" USING btree ("person_id","edition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendances_number" ON "attendances" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_checks_open" ON "partner_checks" USING btree ("person_id") WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_checks_passed" ON "partner_checks" USING btree ("person_id","edition_id") WHERE passed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_checks_number" ON "partner_checks" USING btree ("person_id","edition_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_runs_due" ON "scheduled_runs" USING btree ("name","due_at");--> statement-breakpoint
CREATE INDEX "work_open" ON "work" USING btree ("state","created_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "work_person" ON "work" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "work_created" ON "work" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "work_files_work" ON "work_files" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "work_files_created" ON "work_files" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_runs_slot" ON "notice_runs" USING btree ("slot");--> statement-breakpoint
CREATE INDEX "notice_runs_open" ON "notice_runs" USING btree ("state") WHERE state in ('stopped', 'confirmed');--> statement-breakpoint
CREATE INDEX "notice_runs_started" ON "notice_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "notice_settings_at" ON "notice_settings" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notices_reader" ON "notices" USING btree ("to_person_id","day");--> statement-breakpoint
CREATE INDEX "notices_message" ON "notices" USING btree ("message_key");--> statement-breakpoint
CREATE INDEX "nudges_person" ON "nudges" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "team_delegations_manager" ON "team_delegations" USING btree ("manager_id","created_at");--> statement-breakpoint
CREATE INDEX "team_delegations_delegate" ON "team_delegations" USING btree ("delegate_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_partner_check_once" ON "evidence" USING btree ("subject") WHERE kind = 'partner_check_submitted';--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_attended_once" ON "evidence" USING btree ("person_id","kind","subject") WHERE kind in ('partner_attested', 'attended');--> statement-breakpoint
CREATE UNIQUE INDEX "messages_unsubscribe" ON "messages" USING btree ("unsubscribe_token");--> statement-breakpoint
CREATE INDEX "messages_state" ON "messages" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "messages_reason" ON "messages" USING btree ("reason","state","created_at");