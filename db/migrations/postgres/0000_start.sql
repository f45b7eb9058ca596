CREATE TABLE "accounts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "attempt_answers" (
	"attempt_id" text NOT NULL,
	"item_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"answered_at" bigint NOT NULL,
	CONSTRAINT "attempt_answers_attempt_id_item_id_pk" PRIMARY KEY("attempt_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"release_id" text NOT NULL,
	"number" integer NOT NULL,
	"form" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"closes_at" bigint,
	"submitted_at" bigint,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"program_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"release_id" text NOT NULL,
	"number" text NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_refusals" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"deal_reference" text NOT NULL,
	"reason" text NOT NULL,
	"decision" jsonb NOT NULL,
	"input" jsonb NOT NULL,
	"channel" text NOT NULL,
	"refused_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_claims" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"deal_reference" text NOT NULL,
	"deal_key" text NOT NULL,
	"customer_name" text NOT NULL,
	"customer_country" text NOT NULL,
	"engagement" text NOT NULL,
	"role" text NOT NULL,
	"partner_firm" text,
	"partner_role" text,
	"relationship_owner" text,
	"outcome" text NOT NULL,
	"decision_id" text NOT NULL,
	"decision" jsonb NOT NULL,
	"channel" text NOT NULL,
	"api_key_id" text,
	"claimed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	"registration_id" text,
	"release_id" text,
	"subject" text NOT NULL,
	"body" jsonb NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"case_reference" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by" text NOT NULL,
	"lifted_at" bigint,
	"lifted_by" text,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"owner_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response_body" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_owner_id_key_pk" PRIMARY KEY("owner_id","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"applied_at" bigint NOT NULL,
	"applied_by" text NOT NULL,
	"totals" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"approvers" jsonb NOT NULL,
	"granted_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"employee_id" text,
	"external_id" text,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"preferred_name" text,
	"email" text,
	"email_key" text,
	"country" text NOT NULL,
	"region" text NOT NULL,
	"location" text NOT NULL,
	"job_title" text NOT NULL,
	"department" text NOT NULL,
	"manager_employee_id" text,
	"hired_on" text,
	"left_at" bigint,
	"on_leave" boolean NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"worker_type" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"valid_from" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"import_id" text,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"manager_employee_id" text,
	"left_at" bigint,
	"on_leave" boolean NOT NULL,
	"time_zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"program_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"cycle" integer NOT NULL,
	"path" text NOT NULL,
	"opened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_parts" (
	"release_id" text NOT NULL,
	"kind" text NOT NULL,
	"part_id" text NOT NULL,
	"position" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "release_parts_release_id_kind_part_id_pk" PRIMARY KEY("release_id","kind","part_id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL,
	"summary" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"granted_by" text NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"countries" jsonb,
	"kinds" jsonb NOT NULL,
	"effective_at" bigint NOT NULL,
	"grace_days" integer NOT NULL,
	"mode" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_refusals" ADD CONSTRAINT "claim_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_claims" ADD CONSTRAINT "deal_claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal_claims" ADD CONSTRAINT "deal_claims_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_versions" ADD CONSTRAINT "person_versions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_versions" ADD CONSTRAINT "person_versions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_parts" ADD CONSTRAINT "release_parts_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_name" ON "api_keys" USING btree ("name") WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open" ON "attempts" USING btree ("person_id","assessment_id") WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("registration_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_registration" ON "certifications" USING btree ("registration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_number" ON "certifications" USING btree ("number");--> statement-breakpoint
CREATE INDEX "certifications_person" ON "certifications" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_refusals_person" ON "claim_refusals" USING btree ("person_id","refused_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deal_claims_deal" ON "deal_claims" USING btree ("deal_key");--> statement-breakpoint
CREATE UNIQUE INDEX "deal_claims_decision" ON "deal_claims" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "deal_claims_person" ON "deal_claims" USING btree ("person_id","claimed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_chain" ON "evidence" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "evidence_registration" ON "evidence" USING btree ("registration_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_lesson_once" ON "evidence" USING btree ("registration_id","subject") WHERE kind = 'lesson_read';--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_certified_once" ON "evidence" USING btree ("registration_id") WHERE kind = 'certified';--> statement-breakpoint
CREATE INDEX "holds_person" ON "holds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "overrides_person" ON "overrides" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_employee_id" ON "people" USING btree ("employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_external_id" ON "people" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "people_email_key" ON "people" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "people_manager" ON "people" USING btree ("manager_employee_id");--> statement-breakpoint
CREATE INDEX "person_versions_person" ON "person_versions" USING btree ("person_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_cycle" ON "registrations" USING btree ("person_id","edition_id","cycle");--> statement-breakpoint
CREATE INDEX "releases_edition" ON "releases" USING btree ("program_id","edition_id","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_open" ON "role_grants" USING btree ("person_id","role") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "waves_effective" ON "waves" USING btree ("effective_at");