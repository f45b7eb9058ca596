CREATE TABLE `watch_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`replay_id` text NOT NULL,
	`media` text NOT NULL,
	`release_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`last_beat_at` integer,
	`log` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watch_sessions_open` ON `watch_sessions` (`person_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `watch_sessions_person` ON `watch_sessions` (`person_id`,`replay_id`);--> statement-breakpoint
CREATE TABLE `watchings` (
	`person_id` text NOT NULL,
	`replay_id` text NOT NULL,
	`media` text NOT NULL,
	`segments` text NOT NULL,
	`furthest` integer NOT NULL,
	`position` integer NOT NULL,
	`overdraft` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`completed_at` integer,
	PRIMARY KEY(`person_id`, `replay_id`, `media`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_replay_once` ON `evidence` (`person_id`,`release_id`,`kind`,`subject`) WHERE kind in ('checkpoint_answered', 'transcript_section_read', 'replay_watched');