CREATE TABLE `answers` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer` text NOT NULL,
	`spent_ms` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`verdict` text NOT NULL,
	`score` real NOT NULL,
	`max_score` real NOT NULL,
	`self_marks` text,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempt_items` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	`version_id` text NOT NULL,
	`rule` text NOT NULL,
	`points` real NOT NULL,
	`flagged` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `question_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`exam_slug` text NOT NULL,
	`subject_slug` text NOT NULL,
	`mode` text NOT NULL,
	`set_id` text,
	`day` text,
	`feedback` text NOT NULL,
	`started_at` integer NOT NULL,
	`limit_seconds` integer,
	`finished_at` integer,
	`open_key` text,
	`result` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_id`) REFERENCES `daily_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_open` ON `attempts` (`open_key`);--> statement-breakpoint
CREATE INDEX `attempts_user_day` ON `attempts` (`user_id`,`subject_slug`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `attempts_user_exam_day` ON `attempts` (`user_id`,`exam_slug`,`day`,`id`);--> statement-breakpoint
CREATE TABLE `chapters` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`generation` text NOT NULL,
	`key` text NOT NULL,
	`parent_key` text,
	`title` text NOT NULL,
	`ordinal` integer NOT NULL,
	`weight` real,
	`certainty` text NOT NULL,
	`carried_over` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chapters_key` ON `chapters` (`subject_slug`,`generation`,`key`);--> statement-breakpoint
CREATE TABLE `check_ins` (
	`user_id` text NOT NULL,
	`exam_slug` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`attempt_id` text NOT NULL,
	`score` real NOT NULL,
	`max_score` real NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `exam_slug`, `day`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `daily_set_items` (
	`set_id` text NOT NULL,
	`position` integer NOT NULL,
	`question_id` text NOT NULL,
	PRIMARY KEY(`set_id`, `position`),
	FOREIGN KEY (`set_id`) REFERENCES `daily_sets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `daily_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`day` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `daily_sets_day` ON `daily_sets` (`subject_slug`,`day`);--> statement-breakpoint
CREATE TABLE `exams` (
	`slug` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`definition` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `law_editions` (
	`law` text NOT NULL,
	`edition` text NOT NULL,
	`title` text NOT NULL,
	`effective_on` text,
	`ends_on` text,
	PRIMARY KEY(`law`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`origin` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_versions_number` ON `question_versions` (`question_id`,`number`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`type` text NOT NULL,
	`section` text NOT NULL,
	`status` text NOT NULL,
	`retired_by` text,
	`chapter_key` text,
	`difficulty` integer NOT NULL,
	`current_version_id` text NOT NULL,
	`group_id` text,
	`group_index` integer DEFAULT 0 NOT NULL,
	`group_of` integer DEFAULT 0 NOT NULL,
	`leads` integer DEFAULT true NOT NULL,
	`withheld` integer DEFAULT false NOT NULL,
	`last_used_on` text DEFAULT '' NOT NULL,
	`shuffle` integer NOT NULL,
	`in_force_from` text DEFAULT '' NOT NULL,
	`in_force_until` text DEFAULT '9999-12-31' NOT NULL,
	`origin` text NOT NULL,
	`seed_hash` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_selection` ON `questions` (`subject_slug`,`section`,`status`,`withheld`,`leads`,`last_used_on`,`shuffle`,`id`);--> statement-breakpoint
CREATE INDEX `questions_group` ON `questions` (`group_id`,`group_index`);--> statement-breakpoint
CREATE TABLE `subjects` (
	`slug` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`ordinal` integer NOT NULL,
	`bank_revision` integer DEFAULT 0 NOT NULL,
	`first_day` text,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`guest_token_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_guest_token` ON `users` (`guest_token_hash`);