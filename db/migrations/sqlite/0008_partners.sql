CREATE TABLE `firm_domains` (
	`domain` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `firm_domains_firm` ON `firm_domains` (`firm_id`);--> statement-breakpoint
CREATE TABLE `firms` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`tier` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `firms_external_id` ON `firms` (`external_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`reason` text NOT NULL,
	`step` text NOT NULL,
	`once_key` text NOT NULL,
	`optional` integer NOT NULL,
	`language` text NOT NULL,
	`content` text NOT NULL,
	`caused_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`ended_at` integer,
	`outcome` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`once_key`);--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`state`,`due_at`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `messages_person` ON `messages` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_created` ON `messages` (`created_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `firm_id` text REFERENCES firms(id);--> statement-breakpoint
CREATE INDEX `people_firm` ON `people` (`firm_id`) WHERE firm_id is not null;