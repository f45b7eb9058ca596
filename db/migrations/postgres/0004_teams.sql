CREATE TABLE "person_changes" (
	"person_id" text PRIMARY KEY NOT NULL,
	"mark" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "person_changes_mark" ON "person_changes" USING btree ("mark");