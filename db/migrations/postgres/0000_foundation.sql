CREATE TABLE "answers" (
	"attempt_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"answer" jsonb NOT NULL,
	"spent_ms" integer NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"score" double precision NOT NULL,
	"max_score" double precision NOT NULL,
	"self_marks" jsonb,
	"user_id" text COLLATE "C",
	"subject_slug" text COLLATE "C" NOT NULL,
	"chapter_key" text COLLATE "C",
	"type" text COLLATE "C" NOT NULL,
	"told" boolean NOT NULL,
	CONSTRAINT "answers_attempt_id_question_id_pk" PRIMARY KEY("attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attempt_items" (
	"attempt_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"points" double precision NOT NULL,
	"flagged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "attempt_items_attempt_id_question_id_pk" PRIMARY KEY("attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C",
	"exam_slug" text COLLATE "C" NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"set_id" text COLLATE "C",
	"day" text COLLATE "C",
	"scope" jsonb,
	"feedback" text COLLATE "C" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"limit_seconds" integer,
	"finished_at" timestamp (3) with time zone,
	"open_key" text COLLATE "C",
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C" NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chapters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"generation" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"parent_key" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"weight" double precision,
	"certainty" text COLLATE "C" NOT NULL,
	"carried_over" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"user_id" text COLLATE "C" NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"score" double precision NOT NULL,
	"max_score" double precision NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "check_ins_user_id_exam_slug_day_pk" PRIMARY KEY("user_id","exam_slug","day")
);
--> statement-breakpoint
CREATE TABLE "daily_set_items" (
	"set_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "daily_set_items_set_id_position_pk" PRIMARY KEY("set_id","position")
);
--> statement-breakpoint
CREATE TABLE "daily_sets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"to" text COLLATE "C" NOT NULL,
	"keys" jsonb,
	"subject" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"params" jsonb,
	"url" text COLLATE "C",
	"stop_url" text COLLATE "C",
	"attachment" jsonb,
	"state" text COLLATE "C" DEFAULT 'due' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text COLLATE "C",
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "download_marks" (
	"day" text COLLATE "C" NOT NULL,
	"mark" text COLLATE "C" NOT NULL,
	CONSTRAINT "download_marks_day_mark_pk" PRIMARY KEY("day","mark")
);
--> statement-breakpoint
CREATE TABLE "downloads" (
	"resource_id" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "downloads_resource_id_day_pk" PRIMARY KEY("resource_id","day")
);
--> statement-breakpoint
CREATE TABLE "exam_events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"region" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"starts_at" text COLLATE "C",
	"ends_at" text COLLATE "C",
	"note" text COLLATE "C" NOT NULL,
	"source" jsonb,
	"certainty" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" DEFAULT 'seed' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exams" (
	"slug" text COLLATE "C" PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"definition" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"user_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_user_id_question_id_pk" PRIMARY KEY("user_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "import_findings" (
	"import_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "import_findings_import_id_code_position_pk" PRIMARY KEY("import_id","code","position")
);
--> statement-breakpoint
CREATE TABLE "import_items" (
	"import_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"place" jsonb NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"findings" jsonb NOT NULL,
	"worst" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"touched" boolean DEFAULT false NOT NULL,
	"content" jsonb,
	"subject_slug" text COLLATE "C" NOT NULL,
	"chapter_key" text COLLATE "C",
	"section" text COLLATE "C",
	"group_id" text COLLATE "C",
	"question_id" text COLLATE "C",
	"identity" text COLLATE "C",
	"stem_hash" text COLLATE "C",
	"content_hash" text COLLATE "C",
	"key_hash" text COLLATE "C",
	"bands" text COLLATE "C",
	"before" jsonb,
	CONSTRAINT "import_items_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"fingerprint" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"file_name" text COLLATE "C" NOT NULL,
	"file_hash" text COLLATE "C" NOT NULL,
	"file_bytes" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"format" text COLLATE "C",
	"dialect" text COLLATE "C",
	"encoding" text COLLATE "C",
	"mapping" jsonb NOT NULL,
	"tables" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"of" integer DEFAULT 0 NOT NULL,
	"holder" text COLLATE "C",
	"held_until" timestamp (3) with time zone,
	"undoing" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "law_editions" (
	"law" text COLLATE "C" NOT NULL,
	"edition" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"effective_on" text COLLATE "C",
	"ends_on" text COLLATE "C",
	"origin" text COLLATE "C" DEFAULT 'seed' NOT NULL,
	CONSTRAINT "law_editions_law_edition_pk" PRIMARY KEY("law","edition")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_tokens" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"password_hash" text COLLATE "C",
	"nickname" text COLLATE "C",
	"browser_hash" text COLLATE "C",
	"consent_version" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mime" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media_uses" (
	"hash" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	CONSTRAINT "media_uses_hash_owner_pk" PRIMARY KEY("hash","owner")
);
--> statement-breakpoint
CREATE TABLE "mistakes" (
	"user_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"right_in_row" integer NOT NULL,
	"wrong_count" integer NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"last_answered_at" timestamp (3) with time zone NOT NULL,
	"mastered_at" timestamp (3) with time zone,
	"mastered_by" text COLLATE "C",
	CONSTRAINT "mistakes_user_id_question_id_pk" PRIMARY KEY("user_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "news" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"region" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	"published_on" text COLLATE "C" NOT NULL,
	"source" jsonb,
	"verified" boolean NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" DEFAULT 'seed' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"user_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notes_user_id_question_id_pk" PRIMARY KEY("user_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "practice_reminders" (
	"user_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"keys" jsonb,
	"minute" integer NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"last_day" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_reminders_user_id_channel_address_pk" PRIMARY KEY("user_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "question_laws" (
	"question_id" text COLLATE "C" NOT NULL,
	"law" text COLLATE "C" NOT NULL,
	"edition" text COLLATE "C" NOT NULL,
	CONSTRAINT "question_laws_question_id_law_edition_pk" PRIMARY KEY("question_id","law","edition")
);
--> statement-breakpoint
CREATE TABLE "question_prints" (
	"question_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"identity" text COLLATE "C" NOT NULL,
	"stem_hash" text COLLATE "C" NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"key_hash" text COLLATE "C" NOT NULL,
	"bands" text COLLATE "C" NOT NULL,
	"import_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "question_texts" (
	"number" serial PRIMARY KEY NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"bigrams" jsonb
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"author_id" text COLLATE "C",
	"approver_id" text COLLATE "C",
	"approved_at" timestamp (3) with time zone,
	"import_id" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"section" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"retired_by" text COLLATE "C",
	"chapter_key" text COLLATE "C",
	"difficulty" integer NOT NULL,
	"current_version_id" text COLLATE "C" NOT NULL,
	"next_version_id" text COLLATE "C",
	"next_status" text COLLATE "C",
	"import_id" text COLLATE "C",
	"group_id" text COLLATE "C",
	"group_index" integer DEFAULT 0 NOT NULL,
	"group_of" integer DEFAULT 0 NOT NULL,
	"leads" boolean DEFAULT true NOT NULL,
	"withheld" boolean DEFAULT false NOT NULL,
	"last_used_on" text COLLATE "C" DEFAULT '' NOT NULL,
	"shuffle" integer NOT NULL,
	"in_force_from" text COLLATE "C" DEFAULT '' NOT NULL,
	"in_force_until" text COLLATE "C" DEFAULT '9999-12-31' NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"seed_hash" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" text COLLATE "C" NOT NULL,
	"code_hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "recovery_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "reminder_sends" (
	"reminder_id" text COLLATE "C" NOT NULL,
	"occasion" text COLLATE "C" NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminder_sends_reminder_id_occasion_pk" PRIMARY KEY("reminder_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"keys" jsonb,
	"region" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"events" jsonb NOT NULL,
	"asked" jsonb,
	"language" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"subject_slug" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"outcome" text COLLATE "C",
	"answer" text COLLATE "C",
	"answered_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "resource_editions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"resource_id" text COLLATE "C" NOT NULL,
	"edition" text COLLATE "C" NOT NULL,
	"changes" text COLLATE "C" NOT NULL,
	"licence" text COLLATE "C" NOT NULL,
	"checked_on" text COLLATE "C",
	"format" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"pages" integer,
	"body" text COLLATE "C",
	"laws" jsonb NOT NULL,
	"references" jsonb NOT NULL,
	"unsure" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL,
	"levels" jsonb NOT NULL,
	"subjects" jsonb NOT NULL,
	"year" integer,
	"status" text COLLATE "C" NOT NULL,
	"current_edition_id" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" DEFAULT 'seed' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"merge_decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subjects" (
	"slug" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"ordinal" integer NOT NULL,
	"bank_revision" integer DEFAULT 0 NOT NULL,
	"first_day" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "subsidies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"exam_slug" text COLLATE "C" NOT NULL,
	"region" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"level" text COLLATE "C",
	"amount" integer NOT NULL,
	"at_most" boolean NOT NULL,
	"period" text COLLATE "C",
	"deadline" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"source" jsonb NOT NULL,
	"verified" boolean NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" DEFAULT 'seed' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"part_bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"guest_token_hash" text COLLATE "C",
	"role" text COLLATE "C" DEFAULT 'learner' NOT NULL,
	"subjects" jsonb,
	"nickname" text COLLATE "C",
	"email" text COLLATE "C",
	"password_hash" text COLLATE "C",
	"settings" jsonb,
	"goal" jsonb,
	"consent_version" text COLLATE "C",
	"consent_at" timestamp (3) with time zone,
	"totp_secret" text COLLATE "C",
	"totp_next" text COLLATE "C",
	"totp_confirmed_at" timestamp (3) with time zone,
	"totp_last_step" integer,
	"disabled_at" timestamp (3) with time zone,
	"erase_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_subject_slug_subjects_slug_fk" FOREIGN KEY ("subject_slug") REFERENCES "public"."subjects"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_set_id_daily_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."daily_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chapters" ADD CONSTRAINT "chapters_subject_slug_subjects_slug_fk" FOREIGN KEY ("subject_slug") REFERENCES "public"."subjects"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_set_items" ADD CONSTRAINT "daily_set_items_set_id_daily_sets_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."daily_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_set_items" ADD CONSTRAINT "daily_set_items_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_sets" ADD CONSTRAINT "daily_sets_subject_slug_subjects_slug_fk" FOREIGN KEY ("subject_slug") REFERENCES "public"."subjects"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_events" ADD CONSTRAINT "exam_events_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_findings" ADD CONSTRAINT "import_findings_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_subject_slug_subjects_slug_fk" FOREIGN KEY ("subject_slug") REFERENCES "public"."subjects"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mistakes" ADD CONSTRAINT "mistakes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mistakes" ADD CONSTRAINT "mistakes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_reminders" ADD CONSTRAINT "practice_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_laws" ADD CONSTRAINT "question_laws_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_prints" ADD CONSTRAINT "question_prints_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_texts" ADD CONSTRAINT "question_texts_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_subject_slug_subjects_slug_fk" FOREIGN KEY ("subject_slug") REFERENCES "public"."subjects"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_sends" ADD CONSTRAINT "reminder_sends_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_editions" ADD CONSTRAINT "resource_editions_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subsidies" ADD CONSTRAINT "subsidies_exam_slug_exams_slug_fk" FOREIGN KEY ("exam_slug") REFERENCES "public"."exams"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_of_question" ON "answers" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("user_id","question_id","answered_at");--> statement-breakpoint
CREATE INDEX "answers_progress" ON "answers" USING btree ("user_id","subject_slug","told","chapter_key","question_id","type","verdict","score","max_score","spent_ms");--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "attempt_items_question" ON "attempt_items" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "attempt_items_version" ON "attempt_items" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open" ON "attempts" USING btree ("open_key");--> statement-breakpoint
CREATE INDEX "attempts_user_day" ON "attempts" USING btree ("user_id","subject_slug","day","id");--> statement-breakpoint
CREATE INDEX "attempts_user_exam_day" ON "attempts" USING btree ("user_id","exam_slug","day","id");--> statement-breakpoint
CREATE INDEX "attempts_history" ON "attempts" USING btree ("user_id","started_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_action" ON "audit_log" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_target" ON "audit_log" USING btree ("target","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "chapters_key" ON "chapters" USING btree ("subject_slug","generation","key");--> statement-breakpoint
CREATE INDEX "daily_set_items_question" ON "daily_set_items" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "daily_sets_day" ON "daily_sets" USING btree ("subject_slug","day");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("channel","state","due_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_log" ON "deliveries" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "exam_events_event" ON "exam_events" USING btree ("exam_slug","year","kind","region");--> statement-breakpoint
CREATE INDEX "favourites_question" ON "favourites" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "favourites_list" ON "favourites" USING btree ("user_id","created_at","question_id");--> statement-breakpoint
CREATE INDEX "identities_user" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "import_items_worst" ON "import_items" USING btree ("import_id","worst","position");--> statement-breakpoint
CREATE INDEX "import_items_action" ON "import_items" USING btree ("import_id","action","position");--> statement-breakpoint
CREATE INDEX "imports_list" ON "imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "imports_subject" ON "imports" USING btree ("subject_slug","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_status" ON "imports" USING btree ("status");--> statement-breakpoint
CREATE INDEX "mail_tokens_email" ON "mail_tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "mail_tokens_user" ON "mail_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "media_uses_owner" ON "media_uses" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "mistakes_question" ON "mistakes" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "mistakes_list" ON "mistakes" USING btree ("user_id","subject_slug","status","last_answered_at","question_id");--> statement-breakpoint
CREATE INDEX "news_list" ON "news" USING btree ("exam_slug","status","published_on","id");--> statement-breakpoint
CREATE INDEX "notes_question" ON "notes" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "notes_list" ON "notes" USING btree ("user_id","updated_at","question_id");--> statement-breakpoint
CREATE INDEX "practice_reminders_due" ON "practice_reminders" USING btree ("minute","last_day");--> statement-breakpoint
CREATE INDEX "question_laws_law" ON "question_laws" USING btree ("law","edition","question_id");--> statement-breakpoint
CREATE INDEX "question_prints_identity" ON "question_prints" USING btree ("subject_slug","identity");--> statement-breakpoint
CREATE INDEX "question_prints_stem" ON "question_prints" USING btree ("subject_slug","stem_hash");--> statement-breakpoint
CREATE INDEX "question_prints_import" ON "question_prints" USING btree ("import_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_texts_question" ON "question_texts" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "question_versions_number" ON "question_versions" USING btree ("question_id","number");--> statement-breakpoint
CREATE INDEX "question_versions_import" ON "question_versions" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "questions_selection" ON "questions" USING btree ("subject_slug","section","withheld","leads","last_used_on","shuffle","id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "questions_group" ON "questions" USING btree ("group_id","group_index");--> statement-breakpoint
CREATE INDEX "questions_chapter" ON "questions" USING btree ("subject_slug","chapter_key","withheld","leads","shuffle","id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "questions_import" ON "questions" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "questions_bank" ON "questions" USING btree ("subject_slug","updated_at","id","status","next_status","type","chapter_key","difficulty","import_id");--> statement-breakpoint
CREATE INDEX "questions_shuffle" ON "questions" USING btree ("subject_slug","withheld","leads","shuffle","id") WHERE status = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_who" ON "reminders" USING btree ("exam_slug","channel","address","region","level");--> statement-breakpoint
CREATE INDEX "reminders_region" ON "reminders" USING btree ("exam_slug","status","region","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_token" ON "reminders" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "reports_user" ON "reports" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("answered_at","created_at","id");--> statement-breakpoint
CREATE INDEX "reports_question" ON "reports" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "reports_version" ON "reports" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resource_editions_edition" ON "resource_editions" USING btree ("resource_id","edition");--> statement-breakpoint
CREATE INDEX "resources_list" ON "resources" USING btree ("exam_slug","status","kind","year","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "subsidies_list" ON "subsidies" USING btree ("exam_slug","status","region","year");--> statement-breakpoint
CREATE INDEX "uploads_age" ON "uploads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "uploads_user" ON "uploads" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_guest_token" ON "users" USING btree ("guest_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_people" ON "users" USING btree ("kind","created_at","id");--> statement-breakpoint
CREATE INDEX "users_staff" ON "users" USING btree ("kind","role","created_at","id");--> statement-breakpoint
CREATE INDEX "users_erase" ON "users" USING btree ("erase_at");