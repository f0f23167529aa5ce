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
	`user_id` text,
	`subject_slug` text NOT NULL,
	`chapter_key` text,
	`type` text NOT NULL,
	`told` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_of_question` ON `answers` (`question_id`);--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`user_id`,`question_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `answers_progress` ON `answers` (`user_id`,`subject_slug`,`told`,`chapter_key`,`question_id`,`type`,`verdict`,`score`,`max_score`,`spent_ms`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`,`created_at`,`id`);--> statement-breakpoint
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
CREATE INDEX `attempt_items_question` ON `attempt_items` (`question_id`);--> statement-breakpoint
CREATE INDEX `attempt_items_version` ON `attempt_items` (`version_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`exam_slug` text NOT NULL,
	`subject_slug` text NOT NULL,
	`mode` text NOT NULL,
	`set_id` text,
	`day` text,
	`scope` text,
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
CREATE INDEX `attempts_history` ON `attempts` (`user_id`,`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_target` ON `audit_log` (`target`,`at`,`id`);--> statement-breakpoint
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
CREATE INDEX `daily_set_items_question` ON `daily_set_items` (`question_id`);--> statement-breakpoint
CREATE TABLE `daily_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`day` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `daily_sets_day` ON `daily_sets` (`subject_slug`,`day`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`to` text NOT NULL,
	`keys` text,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`params` text,
	`url` text,
	`stop_url` text,
	`attachment` text,
	`state` text DEFAULT 'due' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`fault` text,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`channel`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_log` ON `deliveries` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `download_marks` (
	`day` text NOT NULL,
	`mark` text NOT NULL,
	PRIMARY KEY(`day`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `downloads` (
	`resource_id` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `exam_events` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`year` integer NOT NULL,
	`kind` text NOT NULL,
	`region` text NOT NULL,
	`status` text NOT NULL,
	`starts_at` text,
	`ends_at` text,
	`note` text NOT NULL,
	`source` text,
	`certainty` text NOT NULL,
	`origin` text DEFAULT 'seed' NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exam_events_event` ON `exam_events` (`exam_slug`,`year`,`kind`,`region`);--> statement-breakpoint
CREATE TABLE `exams` (
	`slug` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`definition` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `favourites` (
	`user_id` text NOT NULL,
	`question_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `question_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `favourites_question` ON `favourites` (`question_id`);--> statement-breakpoint
CREATE INDEX `favourites_list` ON `favourites` (`user_id`,`created_at`,`question_id`);--> statement-breakpoint
CREATE TABLE `identities` (
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identities_user` ON `identities` (`user_id`);--> statement-breakpoint
CREATE TABLE `import_findings` (
	`import_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`import_id`, `code`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_items` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`draft` text NOT NULL,
	`place` text NOT NULL,
	`type` text NOT NULL,
	`findings` text NOT NULL,
	`worst` text,
	`action` text NOT NULL,
	`touched` integer DEFAULT false NOT NULL,
	`content` text,
	`subject_slug` text NOT NULL,
	`chapter_key` text,
	`section` text,
	`group_id` text,
	`question_id` text,
	`identity` text,
	`stem_hash` text,
	`content_hash` text,
	`key_hash` text,
	`bands` text,
	`before` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_items_worst` ON `import_items` (`import_id`,`worst`,`position`);--> statement-breakpoint
CREATE INDEX `import_items_action` ON `import_items` (`import_id`,`action`,`position`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`status` text NOT NULL,
	`format` text,
	`dialect` text,
	`encoding` text,
	`mapping` text NOT NULL,
	`tables` text NOT NULL,
	`findings` text NOT NULL,
	`counts` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`of` integer DEFAULT 0 NOT NULL,
	`holder` text,
	`held_until` integer,
	`undoing` text,
	`created_at` integer NOT NULL,
	`committed_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`subject_slug`) REFERENCES `subjects`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_list` ON `imports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `imports_subject` ON `imports` (`subject_slug`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `imports_status` ON `imports` (`status`);--> statement-breakpoint
CREATE TABLE `law_editions` (
	`law` text NOT NULL,
	`edition` text NOT NULL,
	`title` text NOT NULL,
	`effective_on` text,
	`ends_on` text,
	`origin` text DEFAULT 'seed' NOT NULL,
	PRIMARY KEY(`law`, `edition`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`email` text NOT NULL,
	`user_id` text,
	`password_hash` text,
	`nickname` text,
	`browser_hash` text,
	`consent_version` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_tokens_email` ON `mail_tokens` (`email`,`purpose`);--> statement-breakpoint
CREATE INDEX `mail_tokens_user` ON `mail_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `media` (
	`hash` text PRIMARY KEY NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media_uses` (
	`hash` text NOT NULL,
	`owner` text NOT NULL,
	PRIMARY KEY(`hash`, `owner`)
);
--> statement-breakpoint
CREATE INDEX `media_uses_owner` ON `media_uses` (`owner`);--> statement-breakpoint
CREATE TABLE `mistakes` (
	`user_id` text NOT NULL,
	`question_id` text NOT NULL,
	`subject_slug` text NOT NULL,
	`status` text NOT NULL,
	`right_in_row` integer NOT NULL,
	`wrong_count` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`last_answered_at` integer NOT NULL,
	`mastered_at` integer,
	`mastered_by` text,
	PRIMARY KEY(`user_id`, `question_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mistakes_question` ON `mistakes` (`question_id`);--> statement-breakpoint
CREATE INDEX `mistakes_list` ON `mistakes` (`user_id`,`subject_slug`,`status`,`last_answered_at`,`question_id`);--> statement-breakpoint
CREATE TABLE `news` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`region` text NOT NULL,
	`place` text NOT NULL,
	`published_on` text NOT NULL,
	`source` text,
	`verified` integer NOT NULL,
	`status` text NOT NULL,
	`origin` text DEFAULT 'seed' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `news_list` ON `news` (`exam_slug`,`status`,`published_on`,`id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`user_id` text NOT NULL,
	`question_id` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `question_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_question` ON `notes` (`question_id`);--> statement-breakpoint
CREATE INDEX `notes_list` ON `notes` (`user_id`,`updated_at`,`question_id`);--> statement-breakpoint
CREATE TABLE `practice_reminders` (
	`user_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`keys` text,
	`minute` integer NOT NULL,
	`language` text NOT NULL,
	`last_day` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `channel`, `address`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_reminders_due` ON `practice_reminders` (`minute`,`last_day`);--> statement-breakpoint
CREATE TABLE `question_laws` (
	`question_id` text NOT NULL,
	`law` text NOT NULL,
	`edition` text NOT NULL,
	PRIMARY KEY(`question_id`, `law`, `edition`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_laws_law` ON `question_laws` (`law`,`edition`,`question_id`);--> statement-breakpoint
CREATE TABLE `question_prints` (
	`question_id` text PRIMARY KEY NOT NULL,
	`subject_slug` text NOT NULL,
	`identity` text NOT NULL,
	`stem_hash` text NOT NULL,
	`content_hash` text NOT NULL,
	`key_hash` text NOT NULL,
	`bands` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_prints_identity` ON `question_prints` (`subject_slug`,`identity`);--> statement-breakpoint
CREATE INDEX `question_prints_stem` ON `question_prints` (`subject_slug`,`stem_hash`);--> statement-breakpoint
CREATE INDEX `question_prints_import` ON `question_prints` (`import_id`);--> statement-breakpoint
CREATE TABLE `question_texts` (
	`number` integer PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`subject_slug` text NOT NULL,
	`text` text NOT NULL,
	`bigrams` text,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_texts_question` ON `question_texts` (`question_id`);--> statement-breakpoint
CREATE TABLE `question_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`content_hash` text NOT NULL,
	`origin` text NOT NULL,
	`author_id` text,
	`approver_id` text,
	`approved_at` integer,
	`import_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_versions_number` ON `question_versions` (`question_id`,`number`);--> statement-breakpoint
CREATE INDEX `question_versions_import` ON `question_versions` (`import_id`);--> statement-breakpoint
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
	`next_version_id` text,
	`next_status` text,
	`import_id` text,
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
CREATE INDEX `questions_selection` ON `questions` (`subject_slug`,`section`,`withheld`,`leads`,`last_used_on`,`shuffle`,`id`) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX `questions_group` ON `questions` (`group_id`,`group_index`);--> statement-breakpoint
CREATE INDEX `questions_chapter` ON `questions` (`subject_slug`,`chapter_key`,`withheld`,`leads`,`shuffle`,`id`) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX `questions_import` ON `questions` (`import_id`);--> statement-breakpoint
CREATE INDEX `questions_bank` ON `questions` (`subject_slug`,`updated_at`,`id`,`status`,`next_status`,`type`,`chapter_key`,`difficulty`,`import_id`);--> statement-breakpoint
CREATE INDEX `questions_shuffle` ON `questions` (`subject_slug`,`withheld`,`leads`,`shuffle`,`id`) WHERE status = 'published';--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	PRIMARY KEY(`user_id`, `code_hash`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminder_sends` (
	`reminder_id` text NOT NULL,
	`occasion` text NOT NULL,
	`queued_at` integer NOT NULL,
	PRIMARY KEY(`reminder_id`, `occasion`),
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`keys` text,
	`region` text NOT NULL,
	`level` text NOT NULL,
	`events` text NOT NULL,
	`asked` text,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`token_hash` text,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`stopped_at` integer,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_who` ON `reminders` (`exam_slug`,`channel`,`address`,`region`,`level`);--> statement-breakpoint
CREATE INDEX `reminders_region` ON `reminders` (`exam_slug`,`status`,`region`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_token` ON `reminders` (`token_hash`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`version_id` text NOT NULL,
	`subject_slug` text NOT NULL,
	`user_id` text,
	`reason` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_at` integer,
	`seen_at` integer,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `question_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_user` ON `reports` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`answered_at`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_question` ON `reports` (`question_id`);--> statement-breakpoint
CREATE INDEX `reports_version` ON `reports` (`version_id`);--> statement-breakpoint
CREATE TABLE `resource_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`resource_id` text NOT NULL,
	`edition` text NOT NULL,
	`changes` text NOT NULL,
	`licence` text NOT NULL,
	`checked_on` text,
	`format` text NOT NULL,
	`hash` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer,
	`body` text,
	`laws` text NOT NULL,
	`references` text NOT NULL,
	`unsure` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_editions_edition` ON `resource_editions` (`resource_id`,`edition`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`levels` text NOT NULL,
	`subjects` text NOT NULL,
	`year` integer,
	`status` text NOT NULL,
	`current_edition_id` text NOT NULL,
	`origin` text DEFAULT 'seed' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resources_list` ON `resources` (`exam_slug`,`status`,`kind`,`year`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`device` text NOT NULL,
	`merge_decided_at` integer,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`last_seen_at`,`id`);--> statement-breakpoint
CREATE TABLE `subjects` (
	`slug` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`ordinal` integer NOT NULL,
	`bank_revision` integer DEFAULT 0 NOT NULL,
	`first_day` text,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `subsidies` (
	`id` text PRIMARY KEY NOT NULL,
	`exam_slug` text NOT NULL,
	`region` text NOT NULL,
	`place` text NOT NULL,
	`year` integer NOT NULL,
	`level` text,
	`amount` integer NOT NULL,
	`at_most` integer NOT NULL,
	`period` text,
	`deadline` text,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`verified` integer NOT NULL,
	`status` text NOT NULL,
	`origin` text DEFAULT 'seed' NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`exam_slug`) REFERENCES `exams`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `subsidies_list` ON `subsidies` (`exam_slug`,`status`,`region`,`year`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`part_bytes` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_age` ON `uploads` (`created_at`);--> statement-breakpoint
CREATE INDEX `uploads_user` ON `uploads` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`guest_token_hash` text,
	`role` text DEFAULT 'learner' NOT NULL,
	`subjects` text,
	`nickname` text,
	`email` text,
	`password_hash` text,
	`settings` text,
	`goal` text,
	`consent_version` text,
	`consent_at` integer,
	`totp_secret` text,
	`totp_next` text,
	`totp_confirmed_at` integer,
	`totp_last_step` integer,
	`disabled_at` integer,
	`erase_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_guest_token` ON `users` (`guest_token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_people` ON `users` (`kind`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_staff` ON `users` (`kind`,`role`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_erase` ON `users` (`erase_at`);