import type { Answer, AttemptMode, AttemptResult, FeedbackMode, SelfMark, Verdict } from '@/domain/attempts/input'
import type { MarkingRule } from '@/domain/attempts/marking'
import type { ExamDefinition } from '@/domain/exams/definition'
import type { QuestionContent, QuestionType } from '@/domain/questions/input'
import { boolean, index, integer, json, primaryKey, real, table, text, timestamp, uniqueIndex } from './columns'

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
    index('questions_selection').on(
      t.subjectSlug,
      t.section,
      t.status,
      t.withheld,
      t.leads,
      t.lastUsedOn,
      t.shuffle,
      t.id,
    ),
    index('questions_group').on(t.groupId, t.groupIndex),
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
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('question_versions_number').on(t.questionId, t.number)],
)

export const lawEditions = table(
  'law_editions',
  {
    law: text().notNull(),
    edition: text().notNull(),
    title: text().notNull(),
    effectiveOn: text(),
    endsOn: text(),
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
  (t) => [primaryKey({ columns: [t.setId, t.position] })],
)

export const users = table(
  'users',
  {
    id: text().primaryKey(),
    kind: text().$type<'guest' | 'member'>().notNull(),
    /** SHA-256 of the guest cookie; null once the guest has become a member. */
    guestTokenHash: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [uniqueIndex('users_guest_token').on(t.guestTokenHash)],
)

export const attempts = table(
  'attempts',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    examSlug: text().notNull(),
    subjectSlug: text()
      .notNull()
      .references(() => subjects.slug),
    mode: text().$type<AttemptMode>().notNull(),
    setId: text().references(() => dailySets.id),
    day: text(),
    feedback: text().$type<FeedbackMode>().notNull(),
    startedAt: timestamp().notNull(),
    limitSeconds: integer(),
    finishedAt: timestamp(),
    /** `user|set` while unfinished, else null: one open attempt by one person for one set. */
    openKey: text(),
    result: json().$type<AttemptResult>(),
  },
  (t) => [
    uniqueIndex('attempts_open').on(t.openKey),
    index('attempts_user_day').on(t.userId, t.subjectSlug, t.day, t.id),
    index('attempts_user_exam_day').on(t.userId, t.examSlug, t.day, t.id),
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
  (t) => [primaryKey({ columns: [t.attemptId, t.questionId] })],
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
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.questionId] })],
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
