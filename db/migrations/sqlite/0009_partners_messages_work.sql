CREATE TABLE `standing_facts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `demo_mails` (
	`message_id` text PRIMARY KEY NOT NULL,
	`landed_at` integer NOT NULL,
	`to_name` text NOT NULL,
	`to_address` text NOT NULL,
	`language` text NOT NULL,
	`content` text NOT NULL,
	`unsubscribe_token` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `demo_mails_landed` ON `demo_mails` (`landed_at`);--> statement-breakpoint
CREATE TABLE `mail_opt_outs` (
	`person_id` text PRIMARY KEY NOT NULL,
	`opted_out_at` integer NOT NULL,
	`via` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`address` text PRIMARY KEY NOT NULL,
	`refused_at` integer NOT NULL,
	`said` text NOT NULL,
	`message_id` text NOT NULL,
	`cleared_at` integer,
	`cleared_by` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message_tries` (
	`message_id` text NOT NULL,
	`number` integer NOT NULL,
	`asked_by` text,
	`asked_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`outcome` text,
	`said` text,
	PRIMARY KEY(`message_id`, `number`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`firm_id` text NOT NULL,
	`source` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`language` text NOT NULL,
	`person_id` text,
	`invited_by` text,
	`token_hash` text NOT NULL,
	`mails` integer NOT NULL,
	`created_at` integer NOT NULL,
	`mailed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`firm_id`) REFERENCES `firms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_open` ON `invitations` (`firm_id`,`address_key`) WHERE source = 'invited' and used_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX `invitations_firm` ON `invitations` (`firm_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`) WHERE person_id is not null;--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`release_id` text NOT NULL,
	`number` text NOT NULL,
	`firm_name` text,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_edition` ON `attendances` (`person_id`,`edition_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_number` ON `attendances` (`number`);--> statement-breakpoint
CREATE TABLE `partner_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`release_id` text NOT NULL,
	`number` integer NOT NULL,
	`form` text NOT NULL,
	`answers` text NOT NULL,
	`started_at` integer NOT NULL,
	`submitted_at` integer,
	`passed_at` integer,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_checks_open` ON `partner_checks` (`person_id`) WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `partner_checks_passed` ON `partner_checks` (`person_id`,`edition_id`) WHERE passed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `partner_checks_number` ON `partner_checks` (`person_id`,`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `scheduled_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`due_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`lease_until` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`counts` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scheduled_runs_due` ON `scheduled_runs` (`name`,`due_at`);--> statement-breakpoint
CREATE TABLE `work` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`phase` text,
	`result` text,
	`failure` text,
	`claim` text,
	`lease_until` integer,
	`runs` integer NOT NULL,
	`cancel_asked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `work_open` ON `work` (`state`,`created_at`) WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX `work_person` ON `work` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `work_created` ON `work` (`created_at`);--> statement-breakpoint
CREATE TABLE `work_file_chunks` (
	`file_id` text NOT NULL,
	`position` integer NOT NULL,
	`body` blob NOT NULL,
	PRIMARY KEY(`file_id`, `position`),
	FOREIGN KEY (`file_id`) REFERENCES `work_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `work_files` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer NOT NULL,
	`completed_at` integer,
	FOREIGN KEY (`work_id`) REFERENCES `work`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `work_files_work` ON `work_files` (`work_id`);--> statement-breakpoint
CREATE INDEX `work_files_created` ON `work_files` (`created_at`);--> statement-breakpoint
CREATE TABLE `notice_plan_parts` (
	`run_id` text NOT NULL,
	`position` integer NOT NULL,
	`keys` text NOT NULL,
	PRIMARY KEY(`run_id`, `position`),
	FOREIGN KEY (`run_id`) REFERENCES `notice_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notice_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`slot` integer,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`state` text NOT NULL,
	`planned` integer NOT NULL,
	`sent` integer NOT NULL,
	`population` integer NOT NULL,
	`summary` text,
	`decided_at` integer,
	`decided_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_runs_slot` ON `notice_runs` (`slot`);--> statement-breakpoint
CREATE INDEX `notice_runs_open` ON `notice_runs` (`state`) WHERE state in ('stopped', 'confirmed');--> statement-breakpoint
CREATE INDEX `notice_runs_started` ON `notice_runs` (`started_at`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`policy` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notice_settings_at` ON `notice_settings` (`at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`person_id` text NOT NULL,
	`occasion` text NOT NULL,
	`step` text NOT NULL,
	`end_at` integer,
	`to_person_id` text NOT NULL,
	`day` text NOT NULL,
	`run_id` text NOT NULL,
	`message_key` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `occasion`, `step`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `notice_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_reader` ON `notices` (`to_person_id`,`day`);--> statement-breakpoint
CREATE INDEX `notices_message` ON `notices` (`message_key`);--> statement-breakpoint
CREATE TABLE `nudge_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`by_person_id` text NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `nudges` (
	`batch_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `person_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `nudge_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `nudges_person` ON `nudges` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `team_delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`manager_id` text NOT NULL,
	`delegate_id` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegate_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_delegations_manager` ON `team_delegations` (`manager_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `team_delegations_delegate` ON `team_delegations` (`delegate_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `said` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `unsubscribe_token` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `search_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_unsubscribe` ON `messages` (`unsubscribe_token`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_reason` ON `messages` (`reason`,`state`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_partner_check_once` ON `evidence` (`subject`) WHERE kind = 'partner_check_submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_attended_once` ON `evidence` (`person_id`,`kind`,`subject`) WHERE kind in ('partner_attested', 'attended');