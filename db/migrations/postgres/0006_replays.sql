CREATE TABLE "watch_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"replay_id" text NOT NULL,
	"media" text NOT NULL,
	"release_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"last_beat_at" bigint,
	"log" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watchings" (
	"person_id" text NOT NULL,
	"replay_id" text NOT NULL,
	"media" text NOT NULL,
	"segments" jsonb NOT NULL,
	"furthest" integer NOT NULL,
	"position" integer NOT NULL,
	"overdraft" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	"completed_at" bigint,
	CONSTRAINT "watchings_person_id_replay_id_media_pk" PRIMARY KEY("person_id","replay_id","media")
);
--> statement-breakpoint
ALTER TABLE "watch_sessions" ADD CONSTRAINT "watch_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_sessions" ADD CONSTRAINT "watch_sessions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watchings" ADD CONSTRAINT "watchings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "watch_sessions_open" ON "watch_sessions" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "watch_sessions_person" ON "watch_sessions" USING btree ("person_id","replay_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_replay_once" ON "evidence" USING btree ("person_id","release_id","kind","subject") WHERE kind in ('checkpoint_answered', 'transcript_section_read', 'replay_watched');