CREATE TABLE `accounts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`must_change` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`key_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_name` ON `api_keys` (`name`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `attempt_answers` (
	`attempt_id` text NOT NULL,
	`item_id` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `item_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`release_id` text NOT NULL,
	`number` integer NOT NULL,
	`form` text NOT NULL,
	`started_at` integer NOT NULL,
	`closes_at` integer,
	`submitted_at` integer,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_open` ON `attempts` (`person_id`,`assessment_id`) WHERE submitted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_number` ON `attempts` (`registration_id`,`number`);--> statement-breakpoint
CREATE TABLE `certifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`program_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`release_id` text NOT NULL,
	`number` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certifications_registration` ON `certifications` (`registration_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `certifications_number` ON `certifications` (`number`);--> statement-breakpoint
CREATE INDEX `certifications_person` ON `certifications` (`person_id`);--> statement-breakpoint
CREATE TABLE `claim_refusals` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`deal_reference` text NOT NULL,
	`reason` text NOT NULL,
	`decision` text NOT NULL,
	`input` text NOT NULL,
	`channel` text NOT NULL,
	`refused_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_refusals_person` ON `claim_refusals` (`person_id`,`refused_at`);--> statement-breakpoint
CREATE TABLE `deal_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`deal_reference` text NOT NULL,
	`deal_key` text NOT NULL,
	`customer_name` text NOT NULL,
	`customer_country` text NOT NULL,
	`engagement` text NOT NULL,
	`role` text NOT NULL,
	`partner_firm` text,
	`partner_role` text,
	`relationship_owner` text,
	`outcome` text NOT NULL,
	`decision_id` text NOT NULL,
	`decision` text NOT NULL,
	`channel` text NOT NULL,
	`api_key_id` text,
	`claimed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`api_key_id`) REFERENCES `api_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deal_claims_deal` ON `deal_claims` (`deal_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `deal_claims_decision` ON `deal_claims` (`decision_id`);--> statement-breakpoint
CREATE INDEX `deal_claims_person` ON `deal_claims` (`person_id`,`claimed_at`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`registration_id` text,
	`release_id` text,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`previous_hash` text,
	`hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_chain` ON `evidence` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `evidence_registration` ON `evidence` (`registration_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_lesson_once` ON `evidence` (`registration_id`,`subject`) WHERE kind = 'lesson_read';--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_certified_once` ON `evidence` (`registration_id`) WHERE kind = 'certified';--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`case_reference` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	`lift_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_person` ON `holds` (`person_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`owner_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`response_body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`applied_at` integer NOT NULL,
	`applied_by` text NOT NULL,
	`totals` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`approvers` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `overrides_person` ON `overrides` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`employee_id` text,
	`external_id` text,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`preferred_name` text,
	`email` text,
	`email_key` text,
	`country` text NOT NULL,
	`region` text NOT NULL,
	`location` text NOT NULL,
	`job_title` text NOT NULL,
	`department` text NOT NULL,
	`manager_employee_id` text,
	`hired_on` text,
	`left_at` integer,
	`on_leave` integer NOT NULL,
	`language` text NOT NULL,
	`time_zone` text NOT NULL,
	`worker_type` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_employee_id` ON `people` (`employee_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_external_id` ON `people` (`external_id`);--> statement-breakpoint
CREATE INDEX `people_email_key` ON `people` (`email_key`);--> statement-breakpoint
CREATE INDEX `people_manager` ON `people` (`manager_employee_id`);--> statement-breakpoint
CREATE TABLE `person_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`valid_from` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`import_id` text,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`manager_employee_id` text,
	`left_at` integer,
	`on_leave` integer NOT NULL,
	`time_zone` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_versions_person` ON `person_versions` (`person_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`program_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`cycle` integer NOT NULL,
	`path` text NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_cycle` ON `registrations` (`person_id`,`edition_id`,`cycle`);--> statement-breakpoint
CREATE TABLE `release_parts` (
	`release_id` text NOT NULL,
	`kind` text NOT NULL,
	`part_id` text NOT NULL,
	`position` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`release_id`, `kind`, `part_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`summary` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `releases_edition` ON `releases` (`program_id`,`edition_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_open` ON `role_grants` (`person_id`,`role`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`countries` text,
	`kinds` text NOT NULL,
	`effective_at` integer NOT NULL,
	`grace_days` integer NOT NULL,
	`mode` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `waves_effective` ON `waves` (`effective_at`);