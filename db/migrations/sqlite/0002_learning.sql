CREATE TABLE `accommodations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`extra_time_percent` integer,
	`no_time_limit` integer NOT NULL,
	`reason` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accommodations_person` ON `accommodations` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accommodations_open` ON `accommodations` (`person_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `lesson_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`release_id` text NOT NULL,
	`module_id` text NOT NULL,
	`form` text NOT NULL,
	`started_at` integer NOT NULL,
	`submitted_at` integer,
	`answers` text,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_checks_once` ON `lesson_checks` (`registration_id`,`module_id`);--> statement-breakpoint
CREATE TABLE `lesson_places` (
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`cycle` integer NOT NULL,
	`module_id` text NOT NULL,
	`heading` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `edition_id`, `cycle`, `module_id`, `heading`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `story_plays` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`release_id` text NOT NULL,
	`story_id` text NOT NULL,
	`number` integer NOT NULL,
	`path` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`ending_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `story_plays_open` ON `story_plays` (`person_id`,`story_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `story_plays_number` ON `story_plays` (`registration_id`,`story_id`,`number`);--> statement-breakpoint
CREATE TABLE `visits` (
	`person_id` text PRIMARY KEY NOT NULL,
	`current_at` integer NOT NULL,
	`previous_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempts_release` ON `attempts` (`release_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_tested_out_once` ON `evidence` (`registration_id`,`subject`) WHERE kind in ('lesson_tested_out', 'lesson_check_failed');--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_voided_once` ON `evidence` (`subject`) WHERE kind = 'attempt_voided';--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_booster_once` ON `evidence` (`subject`) WHERE kind in ('booster_finished', 'booster_skipped');