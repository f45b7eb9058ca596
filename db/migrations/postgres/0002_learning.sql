CREATE TABLE "accommodations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"extra_time_percent" integer,
	"no_time_limit" boolean NOT NULL,
	"reason" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"granted_by" text NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "lesson_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"release_id" text NOT NULL,
	"module_id" text NOT NULL,
	"form" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"submitted_at" bigint,
	"answers" jsonb,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "lesson_places" (
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"cycle" integer NOT NULL,
	"module_id" text NOT NULL,
	"heading" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "lesson_places_person_id_edition_id_cycle_module_id_heading_pk" PRIMARY KEY("person_id","edition_id","cycle","module_id","heading")
);
--> statement-breakpoint
CREATE TABLE "story_plays" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"registration_id" text NOT NULL,
	"release_id" text NOT NULL,
	"story_id" text NOT NULL,
	"number" integer NOT NULL,
	"path" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"ending_id" text
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"person_id" text PRIMARY KEY NOT NULL,
	"current_at" bigint NOT NULL,
	"previous_at" bigint
);
--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_checks" ADD CONSTRAINT "lesson_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_checks" ADD CONSTRAINT "lesson_checks_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_checks" ADD CONSTRAINT "lesson_checks_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_places" ADD CONSTRAINT "lesson_places_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_plays" ADD CONSTRAINT "story_plays_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_plays" ADD CONSTRAINT "story_plays_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_plays" ADD CONSTRAINT "story_plays_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accommodations_person" ON "accommodations" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accommodations_open" ON "accommodations" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "lesson_checks_once" ON "lesson_checks" USING btree ("registration_id","module_id");--> statement-breakpoint
CREATE UNIQUE INDEX "story_plays_open" ON "story_plays" USING btree ("person_id","story_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "story_plays_number" ON "story_plays" USING btree ("registration_id","story_id","number");--> statement-breakpoint
CREATE INDEX "attempts_release" ON "attempts" USING btree ("release_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_tested_out_once" ON "evidence" USING btree ("registration_id","subject") WHERE kind in ('lesson_tested_out', 'lesson_check_failed');--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_voided_once" ON "evidence" USING btree ("subject") WHERE kind = 'attempt_voided';--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_booster_once" ON "evidence" USING btree ("subject") WHERE kind in ('booster_finished', 'booster_skipped');