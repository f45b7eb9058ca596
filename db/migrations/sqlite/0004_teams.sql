CREATE TABLE `person_changes` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_changes_mark` ON `person_changes` (`mark`);