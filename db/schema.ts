import { sql } from 'drizzle-orm'
import type {
  Answer,
  AttemptMode,
  AttemptResult,
  FeedbackMode,
  PracticeScope,
  SelfMark,
  Verdict,
} from '@/domain/attempts/input'
import type { MarkingRule } from '@/domain/attempts/marking'
import type { Channel, PushKeys } from '@/domain/deliveries/channels'
import type { EventSource } from '@/domain/events/input'
import type { EventKind, EventStatus } from '@/domain/events/kinds'
import type { ExamDefinition } from '@/domain/exams/definition'
import type { Draft, DraftType } from '@/domain/formats/draft'
import type { Finding, Place, Severity } from '@/domain/formats/findings'
import type { Mapping, TableFound } from '@/domain/formats/reading'
import type { ImportAction, ImportCounts, ImportStatus, ItemBefore, UndoCounts } from '@/domain/imports/state'
import type { NewsKind } from '@/domain/news/input'
import type { QuestionContent } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'
import type { ReportOutcome, ReportReason } from '@/domain/reports/input'
import type { LawReference, Reference, ResourceKind } from '@/domain/resources/input'
import type { Subsidy } from '@/domain/subsidies/input'
import type { Goal, Role, Scope, Settings } from '@/domain/users/input'
import { boolean, index, integer, json, primaryKey, real, serial, table, text, timestamp, uniqueIndex } from './columns'

// Days are text (`YYYY-MM-DD` in the exam's zone), computed in TypeScript; instants are timestamps.

/** An exam as its file defines it; `hash` tells the caches of a running process when the file changed. */
export const exams = table('exams', {
  slug: text().primaryKey(),
  hash: text().notNull(),
  definition: json().$type<ExamDefinition>().notNull(),
})

export const subjects = table('subjects', {
  slug: text().primaryKey(),
  examSlug: text()
    .notNull()
    .references(() => exams.slug),
  ordinal: integer().notNull(),
  /** Counts up with every change that candidates could see; caches of sets are keyed by it. */
  bankRevision: integer().notNull().default(0),
  /** The first day that has a set: the day on which the subject was first seeded. */
  firstDay: text(),
})

export const chapters = table(
  'chapters',
  {
    id: text().primaryKey(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    generation: text().notNull(),
    key: text().notNull(),
    parentKey: text(),
    title: text().notNull(),
    ordinal: integer().notNull(),
    weight: real(),
    certainty: text().$type<'official' | 'secondary' | 'unverified'>().notNull(),
    carriedOver: boolean().notNull().default(false),
  },
  (t) => [uniqueIndex('chapters_key').on(t.subjectSlug, t.generation, t.key)],
)

export const questions = table(
  'questions',
  {
    id: text().primaryKey(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    type: text().$type<QuestionType>().notNull(),
    /** The section of the paper it may stand in; it fixes points and marking rule. */
    section: text().notNull(),
    status: text().$type<'draft' | 'review' | 'published' | 'retired'>().notNull(),
    /** Who retired it: a seed brings back only what a seed took away. */
    retiredBy: text().$type<'seed' | 'editor'>(),
    chapterKey: text(),
    difficulty: integer().notNull(),
    currentVersionId: text().notNull(),
    /** A newer version that waits for its review or publication, and how far it is. On what was never published, edits move `currentVersionId`. */
    nextVersionId: text(),
    nextStatus: text().$type<'draft' | 'review'>(),
    /** The import that brought it: hidden from everybody until that import is committed. */
    importId: text(),
    /** A case group: the children share material and go together; a question on its own has none. */
    groupId: text(),
    groupIndex: integer().notNull().default(0),
    groupOf: integer().notNull().default(0),
    /** False for the second and later children of a group: selection picks leaders, their group follows. */
    leads: boolean().notNull().default(true),
    /** Doubtful: kept out of daily sets until an editor confirms it. */
    withheld: boolean().notNull().default(false),
    /** Day of the last daily set that used it, '' if none: least recently used first. */
    lastUsedOn: text().notNull().default(''),
    /** A fixed pseudo-random number that breaks ties among the equally long unused. */
    shuffle: integer().notNull(),
    /** Days between which the law editions it rests on are all in force; `inForceUntil` is exclusive. */
    inForceFrom: text().notNull().default(''),
    inForceUntil: text().notNull().default('9999-12-31'),
    origin: text().$type<'seed' | 'editor' | 'import'>().notNull(),
    /** Hash of the content as last seeded from a file; null when it never came from one. */
    seedHash: text(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    // What candidates are given is drawn from published questions alone: whatever else comes by the thousand costs nothing.
    index('questions_selection')
      .on(t.subjectSlug, t.section, t.withheld, t.leads, t.lastUsedOn, t.shuffle, t.id)
      .where(sql`status = 'published'`),
    index('questions_group').on(t.groupId, t.groupIndex),
    index('questions_chapter')
      .on(t.subjectSlug, t.chapterKey, t.withheld, t.leads, t.shuffle, t.id)
      .where(sql`status = 'published'`),
    index('questions_import').on(t.importId),
    // Everything that the bank's table filters by: a page of it, and its count, are read from this index alone.
    index('questions_bank').on(
      t.subjectSlug,
      t.updatedAt,
      t.id,
      t.status,
      t.nextStatus,
      t.type,
      t.chapterKey,
      t.difficulty,
      t.importId,
    ),
    index('questions_shuffle').on(t.subjectSlug, t.withheld, t.leads, t.shuffle, t.id).where(sql`status = 'published'`),
  ],
)

/** Immutable: an attempt points at the version that was answered. */
export const questionVersions = table(
  'question_versions',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    number: integer().notNull(),
    content: json().$type<QuestionContent>().notNull(),
    contentHash: text().notNull(),
    origin: text().$type<'seed' | 'editor' | 'import'>().notNull(),
    /** Who wrote it, and who let it be published; null for a seed and for the command line. */
    authorId: text(),
    approverId: text(),
    approvedAt: timestamp(),
    importId: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('question_versions_number').on(t.questionId, t.number),
    index('question_versions_import').on(t.importId),
  ],
)

/**
 * What a question is recognised by, of its newest version. Read as a whole, subject by subject, when an import looks for
 * duplicates; the hashes are of domain/imports/identity.ts.
 */
export const questionPrints = table(
  'question_prints',
  {
    questionId: text()
      .primaryKey()
      .references(() => questions.id),
    subjectSlug: text().notNull(),
    /** By (source, given id), or by stem, sorted options and pictures. */
    identity: text().notNull(),
    /** Of the stem, normalised, with pictures and material; after a dot, of the options. */
    stemHash: text().notNull(),
    /** Identity with key, explanations, chapter and points. */
    contentHash: text().notNull(),
    keyHash: text().notNull(),
    /** MinHash of the bigrams of stem and options, sixteen bands of four, and what likeness is estimated from. */
    bands: text().notNull(),
    /** The import that brought this question: hidden with it. */
    importId: text(),
  },
  (t) => [
    index('question_prints_identity').on(t.subjectSlug, t.identity),
    index('question_prints_stem').on(t.subjectSlug, t.stemHash),
    index('question_prints_import').on(t.importId),
  ],
)

/**
 * What a question's newest version is found by: letters and digits of stem and options, a part a line. Beside it lies the
 * index of its bigrams, made by hand in the second migration: `question_bigrams` (FTS5, by `number`) in SQLite, a GIN index
 * in PostgreSQL.
 */
export const questionTexts = table(
  'question_texts',
  {
    number: serial().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    subjectSlug: text().notNull(),
    text: text().notNull(),
    /** What PostgreSQL's index is made of; null in SQLite, whose index holds them itself. */
    bigrams: json().$type<string[]>(),
  },
  (t) => [uniqueIndex('question_texts_question').on(t.questionId)],
)

/** The law editions that the current version of a question rests on: the one that is set. A version that waits has none yet. */
export const questionLaws = table(
  'question_laws',
  {
    questionId: text()
      .notNull()
      .references(() => questions.id),
    law: text().notNull(),
    edition: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.law, t.edition] }),
    index('question_laws_law').on(t.law, t.edition, t.questionId),
  ],
)

/** A picture in the storage folder, by the SHA-256 of its bytes. */
export const media = table('media', {
  hash: text().primaryKey(),
  mime: text().notNull(),
  bytes: integer().notNull(),
  createdAt: timestamp().notNull(),
})

/** What refers to a picture: a version of a question, or an import that is under way. One that nothing refers to is swept. */
export const mediaUses = table('media_uses', { hash: text().notNull(), owner: text().notNull() }, (t) => [
  primaryKey({ columns: [t.hash, t.owner] }),
  index('media_uses_owner').on(t.owner),
])

/** Study material: what it is, and whom it is for. Its files are editions; a few hundred of them at most. */
export const resources = table(
  'resources',
  {
    /** Stands in the address. */
    id: text().primaryKey(),
    examSlug: text()
      .notNull()
      .references(() => exams.slug),
    kind: text().$type<ResourceKind>().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    levels: json().$type<string[]>().notNull(),
    subjects: json().$type<string[]>().notNull(),
    year: integer(),
    status: text().$type<'draft' | 'published' | 'retired'>().notNull(),
    /** '' for a draft without a file. */
    currentEditionId: text().notNull(),
    /** What an editor has made or changed stands against the files of the release. */
    origin: text().$type<'seed' | 'editor'>().notNull().default('seed'),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('resources_list').on(t.examSlug, t.status, t.kind, t.year, t.id)],
)

/** A file of a resource: readers see the current one, and what each has changed. */
export const resourceEditions = table(
  'resource_editions',
  {
    id: text().primaryKey(),
    resourceId: text()
      .notNull()
      .references(() => resources.id),
    /** The day that it bears; a second one of the same day ends in `.2`. */
    edition: text().notNull(),
    changes: text().notNull(),
    licence: text().notNull(),
    checkedOn: text(),
    format: text().notNull(),
    /** SHA-256 of the file in hex; it lies in the storage under it. */
    hash: text().notNull(),
    bytes: integer().notNull(),
    pages: integer(),
    /** Markdown, where it was made here. */
    body: text(),
    laws: json().$type<LawReference[]>().notNull(),
    references: json().$type<Reference[]>().notNull(),
    unsure: json().$type<string[]>().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('resource_editions_edition').on(t.resourceId, t.edition)],
)

/**
 * A file that is on its way here in parts, each of them whole in the storage or not there: whoever was cut off goes on with
 * the first that is missing.
 */
export const uploads = table(
  'uploads',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    fileName: text().notNull(),
    /** Of the whole file, and of every part but the last. */
    bytes: integer().notNull(),
    partBytes: integer().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('uploads_age').on(t.createdAt), index('uploads_user').on(t.userId)],
)

/** What happens in an exam's year, for the whole country or, in its place, for a province. */
export const examEvents = table(
  'exam_events',
  {
    id: text().primaryKey(),
    examSlug: text()
      .notNull()
      .references(() => exams.slug),
    year: integer().notNull(),
    kind: text().$type<EventKind>().notNull(),
    /** '' for the whole country. */
    region: text().notNull(),
    status: text().$type<EventStatus>().notNull(),
    /** Days or minutes in the exam's time zone, as they are written. */
    startsAt: text(),
    endsAt: text(),
    note: text().notNull(),
    source: json().$type<EventSource>(),
    certainty: text().$type<'official' | 'secondary' | 'unverified'>().notNull(),
    /** What an editor has said stands against the file. */
    origin: text().$type<'seed' | 'editor'>().notNull().default('seed'),
    /** Counts changes: calendar programs ask for it. */
    sequence: integer().notNull().default(0),
    updatedAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('exam_events_event').on(t.examSlug, t.year, t.kind, t.region)],
)

export const news = table(
  'news',
  {
    id: text().primaryKey(),
    examSlug: text()
      .notNull()
      .references(() => exams.slug),
    kind: text().$type<NewsKind>().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    region: text().notNull(),
    place: text().notNull(),
    publishedOn: text().notNull(),
    source: json().$type<EventSource>(),
    verified: boolean().notNull(),
    status: text().$type<'draft' | 'published' | 'retired'>().notNull(),
    /** What an editor has written stands against the files of the release. */
    origin: text().$type<'seed' | 'editor'>().notNull().default('seed'),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('news_list').on(t.examSlug, t.status, t.publishedOn, t.id)],
)

/** Money for those who pass, of a place and a year. */
export const subsidies = table(
  'subsidies',
  {
    id: text().primaryKey(),
    examSlug: text()
      .notNull()
      .references(() => exams.slug),
    region: text().notNull(),
    place: text().notNull(),
    year: integer().notNull(),
    level: text(),
    amount: integer().notNull(),
    atMost: boolean().notNull(),
    period: text().$type<'once' | 'monthly'>(),
    deadline: text(),
    kind: text().$type<Subsidy['kind']>().notNull(),
    source: json().$type<EventSource>().notNull(),
    verified: boolean().notNull(),
    status: text().$type<'published' | 'retired'>().notNull(),
    origin: text().$type<'seed' | 'editor'>().notNull().default('seed'),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('subsidies_list').on(t.examSlug, t.status, t.region, t.year)],
)

/** Somebody wants to be told of dates: an address that was confirmed, a region, a level, and which events. No account is needed. */
export const reminders = table(
  'reminders',
  {
    id: text().primaryKey(),
    examSlug: text()
      .notNull()
      .references(() => exams.slug),
    channel: text().$type<Channel>().notNull(),
    /** An address of mail, a telephone number (+86…), or where a browser takes messages. */
    address: text().notNull(),
    /** Of a browser: what messages to it are encrypted with. */
    keys: json().$type<PushKeys>(),
    region: text().notNull(),
    level: text().notNull(),
    /** What was confirmed, and what is asked for since and waits to be. */
    events: json().$type<EventKind[]>().notNull(),
    asked: json().$type<EventKind[]>(),
    language: text().$type<'zh-CN' | 'en'>().notNull(),
    /** What is asked for counts only when the address has confirmed it. */
    status: text().$type<'pending' | 'standing' | 'stopped'>().notNull(),
    /** SHA-256 of what stands in the link that confirms. */
    tokenHash: text(),
    askedAt: timestamp().notNull(),
    confirmedAt: timestamp(),
    stoppedAt: timestamp(),
  },
  (t) => [
    uniqueIndex('reminders_who').on(t.examSlug, t.channel, t.address, t.region, t.level),
    index('reminders_region').on(t.examSlug, t.status, t.region, t.id),
    uniqueIndex('reminders_token').on(t.tokenHash),
  ],
)

/** What a reminder has told: once and never again, whoever asks. */
export const reminderSends = table(
  'reminder_sends',
  {
    reminderId: text()
      .notNull()
      .references(() => reminders.id),
    /** The event of a year and the moment before it: 2027/exam/eve. */
    occasion: text().notNull(),
    queuedAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.reminderId, t.occasion] })],
)

/** Somebody wants to be asked to practise, every day at a time of their own, unless the day is done already. */
export const practiceReminders = table(
  'practice_reminders',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    channel: text().$type<'mail' | 'push'>().notNull(),
    /** '' for mail: it goes to the address of the account, whatever that is by then. */
    address: text().notNull(),
    keys: json().$type<PushKeys>(),
    /** Minutes after midnight, in the exam's time zone. */
    minute: integer().notNull(),
    language: text().$type<'zh-CN' | 'en'>().notNull(),
    /** The last day on which it was settled: told, or not needed. */
    lastDay: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.channel, t.address] }),
    index('practice_reminders_due').on(t.minute, t.lastDay),
  ],
)

/** How many persons have downloaded something on a day. */
export const downloads = table(
  'downloads',
  { resourceId: text().notNull(), day: text().notNull(), count: integer().notNull() },
  (t) => [primaryKey({ columns: [t.resourceId, t.day] })],
)

/** That somebody was counted, by a hash that nobody can turn back and that means nothing the next day, when it goes. */
export const downloadMarks = table('download_marks', { day: text().notNull(), mark: text().notNull() }, (t) => [
  primaryKey({ columns: [t.day, t.mark] }),
])

export const imports = table(
  'imports',
  {
    id: text().primaryKey(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    /** Null: the command line. */
    userId: text(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    fileBytes: integer().notNull(),
    status: text().$type<ImportStatus>().notNull(),
    format: text(),
    dialect: text(),
    encoding: text(),
    mapping: json().$type<Mapping>().notNull(),
    tables: json().$type<TableFound[]>().notNull(),
    /** Of the file as a whole. */
    findings: json().$type<Finding[]>().notNull(),
    counts: json().$type<ImportCounts>().notNull(),
    /** Steps done, of how many, in the work that is under way. */
    done: integer().notNull().default(0),
    of: integer().notNull().default(0),
    /** The process at work on it; once its time is over, another takes the work up. */
    holder: text(),
    heldUntil: timestamp(),
    /** What undoing did, question by question. */
    undoing: json().$type<UndoCounts>(),
    createdAt: timestamp().notNull(),
    committedAt: timestamp(),
    undoneAt: timestamp(),
  },
  (t) => [
    index('imports_list').on(t.createdAt, t.id),
    index('imports_subject').on(t.subjectSlug, t.createdAt, t.id),
    index('imports_status').on(t.status),
  ],
)

/** One question of a file, staged: seen, mended and decided upon before anything counts. */
export const importItems = table(
  'import_items',
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    position: integer().notNull(),
    draft: json().$type<Draft>().notNull(),
    place: json().$type<Place>().notNull(),
    /** That of the content, else of the draft: 'unsupported' when nothing tells. */
    type: text().$type<DraftType>().notNull(),
    findings: json().$type<Finding[]>().notNull(),
    /** The worst of its findings; null when there is none. */
    worst: text().$type<Severity>(),
    /** What committing does with it. */
    action: text().$type<ImportAction>().notNull(),
    /** Whether a person has decided or changed something. */
    touched: boolean().notNull().default(false),
    /** What the draft comes to; null while an error keeps it out. */
    content: json().$type<QuestionContent>(),
    /** That of the import, unless the file names another. */
    subjectSlug: text().notNull(),
    chapterKey: text(),
    section: text(),
    /** Its case group, as the file names it; none for a question on its own. */
    groupId: text(),
    /** The question it is, or will be. */
    questionId: text(),
    identity: text(),
    stemHash: text(),
    contentHash: text(),
    keyHash: text(),
    bands: text(),
    /** What it was before, so that undoing restores exactly that. */
    before: json().$type<ItemBefore>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.position] }),
    index('import_items_worst').on(t.importId, t.worst, t.position),
    index('import_items_action').on(t.importId, t.action, t.position),
  ],
)

/** Which items have which finding: the filters of the preview. */
export const importFindings = table(
  'import_findings',
  {
    importId: text()
      .notNull()
      .references(() => imports.id),
    code: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.code, t.position] })],
)

/** What columns and values of a kind of table mean, as somebody told once. */
export const importMappings = table('import_mappings', {
  fingerprint: text().primaryKey(),
  mapping: json().$type<Pick<Mapping, 'columns' | 'values'>>().notNull(),
  updatedAt: timestamp().notNull(),
})

export const lawEditions = table(
  'law_editions',
  {
    law: text().notNull(),
    edition: text().notNull(),
    title: text().notNull(),
    effectiveOn: text(),
    endsOn: text(),
    /** Whoever entered or changed it last: a seed leaves alone what an editor has settled. */
    origin: text().$type<'seed' | 'editor'>().notNull().default('seed'),
  },
  (t) => [primaryKey({ columns: [t.law, t.edition] })],
)

export const dailySets = table(
  'daily_sets',
  {
    id: text().primaryKey(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    day: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('daily_sets_day').on(t.subjectSlug, t.day)],
)

export const dailySetItems = table(
  'daily_set_items',
  {
    setId: text()
      .notNull()
      .references(() => dailySets.id),
    position: integer().notNull(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
  },
  (t) => [primaryKey({ columns: [t.setId, t.position] }), index('daily_set_items_question').on(t.questionId)],
)

export const users = table(
  'users',
  {
    id: text().primaryKey(),
    kind: text().$type<'guest' | 'member'>().notNull(),
    /** SHA-256 of the guest cookie; null once the guest has become a member. */
    guestTokenHash: text(),
    role: text().$type<Role>().notNull().default('learner'),
    /** Subjects that an editor or reviewer cares for; null: all of them. */
    subjects: json().$type<string[]>(),
    nickname: text(),
    /** In its canonical form, and always confirmed: an address that is not lies in mail_tokens. Null for providers without one. */
    email: text(),
    passwordHash: text(),
    settings: json().$type<Settings>(),
    goal: json().$type<Goal>(),
    consentVersion: text(),
    consentAt: timestamp(),
    /** Sealed with AUTH_SECRET, and in force: a code is asked for at sign-in. */
    totpSecret: text(),
    /** Sealed too: begun, and in force once a code has confirmed it. */
    totpNext: text(),
    totpConfirmedAt: timestamp(),
    /** Time step of the last code that was accepted: none is taken twice. */
    totpLastStep: integer(),
    disabledAt: timestamp(),
    /** Asked to be deleted: done after this instant. */
    eraseAt: timestamp(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('users_guest_token').on(t.guestTokenHash),
    uniqueIndex('users_email').on(t.email),
    index('users_people').on(t.kind, t.createdAt, t.id),
    index('users_staff').on(t.kind, t.role, t.createdAt, t.id),
    index('users_erase').on(t.eraseAt),
  ],
)

/** A browser that is signed in. The cookie is random; only its hash is here. */
export const sessions = table(
  'sessions',
  {
    /** Public name of the session in the list of devices. */
    id: text().primaryKey(),
    tokenHash: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    /** Browser and system, as people say them: "Chrome · Android". */
    device: text().notNull(),
    /** Whether a guest's history was joined, or its joining declined, in this session. */
    mergeDecidedAt: timestamp(),
    createdAt: timestamp().notNull(),
    lastSeenAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId, t.lastSeenAt, t.id)],
)

/** What a link in a mail opens, once. A registration lives here until its address is confirmed: it is no account yet. */
export const mailTokens = table(
  'mail_tokens',
  {
    /** SHA-256 of what stands in the link. */
    hash: text().primaryKey(),
    purpose: text().$type<'register' | 'reset' | 'change-email'>().notNull(),
    email: text().notNull(),
    userId: text().references(() => users.id),
    passwordHash: text(),
    nickname: text(),
    /** SHA-256 of a cookie of the browser that asked: only there is the password that was typed believed. */
    browserHash: text(),
    consentVersion: text(),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [index('mail_tokens_email').on(t.email, t.purpose), index('mail_tokens_user').on(t.userId)],
)

/** An account at another provider that signs in here. */
export const identities = table(
  'identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index('identities_user').on(t.userId)],
)

export const apiTokens = table(
  'api_tokens',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    tokenHash: text().notNull(),
    scopes: json().$type<Scope[]>().notNull(),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    lastUsedAt: timestamp(),
  },
  (t) => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_user').on(t.userId, t.createdAt, t.id)],
)

/** Each opens the second factor once; a code that was used is gone. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    codeHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/**
 * What is on its way to somebody, and for some weeks what became of it: once it has ended, the row tells of whom and what it
 * was no more.
 */
export const deliveries = table(
  'deliveries',
  {
    id: text().primaryKey(),
    channel: text().$type<Channel>().notNull(),
    /** The name of the letter. */
    purpose: text().notNull(),
    to: text().notNull(),
    keys: json().$type<PushKeys>(),
    subject: text().notNull(),
    text: text().notNull(),
    /** What a provider of SMS fills its own template with. */
    params: json().$type<Record<string, string>>(),
    /** Where a message in a browser leads. */
    url: text(),
    /** Where one click ends mails of its kind (RFC 8058); null for those that nobody subscribed to. */
    stopUrl: text(),
    /** A file of the storage that goes with a mail. */
    attachment: json().$type<{ key: string; name: string }>(),
    state: text().$type<'due' | 'sent' | 'given-up'>().notNull().default('due'),
    tries: integer().notNull().default(0),
    /** What the last try came to, without the address. */
    fault: text(),
    /** Who is sending it until when: nobody else may meanwhile. */
    dueAt: timestamp().notNull(),
    createdAt: timestamp().notNull(),
    endedAt: timestamp(),
  },
  (t) => [index('deliveries_due').on(t.channel, t.state, t.dueAt, t.id), index('deliveries_log').on(t.createdAt, t.id)],
)

/** What staff, operators and people themselves did to accounts and content. Names nobody but by id. */
export const auditLog = table(
  'audit_log',
  {
    id: text().primaryKey(),
    at: timestamp().notNull(),
    /** Null: the command line. */
    actorId: text(),
    action: text().notNull(),
    target: text().notNull(),
    details: json().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('audit_log_at').on(t.at, t.id),
    index('audit_log_actor').on(t.actorId, t.at, t.id),
    index('audit_log_action').on(t.action, t.at, t.id),
    index('audit_log_target').on(t.target, t.at, t.id),
  ],
)

export const attempts = table(
  'attempts',
  {
    id: text().primaryKey(),
    /** Null: the person has left, the bare answers stay. */
    userId: text().references(() => users.id),
    examSlug: text().notNull(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    mode: text().$type<AttemptMode>().notNull(),
    setId: text().references(() => dailySets.id),
    day: text(),
    /** What was chosen to be practised, in modes other than the daily set. */
    scope: json().$type<PracticeScope>(),
    feedback: text().$type<FeedbackMode>().notNull(),
    startedAt: timestamp().notNull(),
    limitSeconds: integer(),
    finishedAt: timestamp(),
    /** `user|set` (or what is practised) while unfinished, else null: one open attempt by one person for one set. */
    openKey: text(),
    result: json().$type<AttemptResult>(),
  },
  (t) => [
    uniqueIndex('attempts_open').on(t.openKey),
    index('attempts_user_day').on(t.userId, t.subjectSlug, t.day, t.id),
    index('attempts_user_exam_day').on(t.userId, t.examSlug, t.day, t.id),
    index('attempts_history').on(t.userId, t.startedAt, t.id),
  ],
)

export const attemptItems = table(
  'attempt_items',
  {
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    position: integer().notNull(),
    versionId: text()
      .notNull()
      .references(() => questionVersions.id),
    rule: text().$type<MarkingRule>().notNull(),
    points: real().notNull(),
    flagged: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.questionId] }),
    // Deleting a question or version asks for these: undoing an import must not walk through all attempts.
    index('attempt_items_question').on(t.questionId),
    index('attempt_items_version').on(t.versionId),
  ],
)

/** What was answered is the truth; score and verdict are its projection by rule and version, and can be computed again. */
export const answers = table(
  'answers',
  {
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    answer: json().$type<Answer>().notNull(),
    spentMs: integer().notNull(),
    /** The client's clock, clamped to between the start of the attempt and the receipt. */
    answeredAt: timestamp().notNull(),
    receivedAt: timestamp().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    score: real().notNull(),
    maxScore: real().notNull(),
    selfMarks: json().$type<SelfMark[]>(),
    /** Copies of what statistics group by, so that 20,000 answers are added up along one index. */
    userId: text().references(() => users.id),
    subjectSlug: text().notNull(),
    chapterKey: text(),
    type: text().$type<QuestionType>().notNull(),
    /** Whether the verdict has been told: before that it counts in no figure and enters no mistake book. */
    told: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.questionId] }),
    index('answers_of_question').on(t.questionId),
    /** What a person has answered of a question, and when last. */
    index('answers_question').on(t.userId, t.questionId, t.answeredAt),
    index('answers_progress').on(
      t.userId,
      t.subjectSlug,
      t.told,
      t.chapterKey,
      t.questionId,
      t.type,
      t.verdict,
      t.score,
      t.maxScore,
      t.spentMs,
    ),
  ],
)

/** 错题本: one row for each question that was not fully right, however often. A projection of the answers. */
export const mistakes = table(
  'mistakes',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    subjectSlug: text().notNull(),
    status: text().$type<'open' | 'mastered'>().notNull(),
    /** Fully right answers since the last that was not. */
    rightInRow: integer().notNull(),
    /** How often it was not fully right. */
    wrongCount: integer().notNull(),
    enteredAt: timestamp().notNull(),
    lastAnsweredAt: timestamp().notNull(),
    masteredAt: timestamp(),
    /** By the rule, or by hand. */
    masteredBy: text().$type<'rule' | 'hand'>(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.questionId] }),
    index('mistakes_question').on(t.questionId),
    index('mistakes_list').on(t.userId, t.subjectSlug, t.status, t.lastAnsweredAt, t.questionId),
  ],
)

export const favourites = table(
  'favourites',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.questionId] }),
    index('favourites_question').on(t.questionId),
    index('favourites_list').on(t.userId, t.createdAt, t.questionId),
  ],
)

export const notes = table(
  'notes',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    text: text().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.questionId] }),
    index('notes_question').on(t.questionId),
    index('notes_list').on(t.userId, t.updatedAt, t.questionId),
  ],
)

/** 纠错: what a candidate says is wrong with a question, and what was answered. */
export const reports = table(
  'reports',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    versionId: text()
      .notNull()
      .references(() => questionVersions.id),
    subjectSlug: text().notNull(),
    /** Null: the reporter has left; the text went with them. */
    userId: text().references(() => users.id),
    reason: text().$type<ReportReason>().notNull(),
    text: text().notNull(),
    createdAt: timestamp().notNull(),
    outcome: text().$type<ReportOutcome>(),
    answer: text(),
    answeredAt: timestamp(),
    /** When the reporter saw the answer. */
    seenAt: timestamp(),
  },
  (t) => [
    index('reports_user').on(t.userId, t.createdAt, t.id),
    index('reports_open').on(t.answeredAt, t.createdAt, t.id),
    index('reports_question').on(t.questionId),
    index('reports_version').on(t.versionId),
  ],
)

export const checkIns = table(
  'check_ins',
  {
    userId: text()
      .notNull()
      .references(() => users.id),
    examSlug: text().notNull(),
    day: text().notNull(),
    kind: text().$type<'done' | 'made-up'>().notNull(),
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    score: real().notNull(),
    maxScore: real().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.examSlug, t.day] })],
)

/** Who may run a job: the one holder whose lease has not expired. */
export const leases = table('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  expiresAt: timestamp().notNull(),
})

/** Counters that must outlive a restart: guests made per address. Keys are keyed hashes, never raw addresses. */
export const throttles = table('throttles', {
  key: text().primaryKey(),
  count: integer().notNull(),
  resetsAt: timestamp().notNull(),
})
