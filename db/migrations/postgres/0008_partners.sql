CREATE TABLE "firm_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"firm_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "firms" (
	"id" text PRIMARY KEY NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"tier" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"reason" text NOT NULL,
	"step" text NOT NULL,
	"once_key" text NOT NULL,
	"optional" boolean NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"caused_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"claimed_by" text,
	"claimed_at" bigint,
	"ended_at" bigint,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "firm_id" text;--> statement-breakpoint
ALTER TABLE "firm_domains" ADD CONSTRAINT "firm_domains_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "firm_domains_firm" ON "firm_domains" USING btree ("firm_id");--> statement-breakpoint
CREATE UNIQUE INDEX "firms_external_id" ON "firms" USING btree ("external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("state","due_at") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_created" ON "messages" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_firm" ON "people" USING btree ("firm_id") WHERE firm_id is not null;