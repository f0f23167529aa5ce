import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  max,
  notExists,
  notInArray,
  type SQL,
} from 'drizzle-orm'
import { db } from '@/db/client'
import { isPublished } from '@/db/published'
import { answers, attemptItems, attempts, dailySetItems, dailySets, favourites, mistakes, questions } from '@/db/schema'
import { listGroups } from '@/domain/questions/queries'
import { pivotOf } from './drawing'

/** Where questions are drawn: of which subject and chapters, and by which day's law. */
export type Ground = {
  subject: string
  /** Keys, those below them included; null for all chapters. */
  chapters: readonly string[] | null
  /** The day whose law the coming sitting examines. */
  lawOn: string
}

/** How many candidates a choice looks at, as for daily sets. */
const candidateLimit = 500

const columns = {
  id: questions.id,
  chapter: questions.chapterKey,
  section: questions.section,
  groupId: questions.groupId,
  groupIndex: questions.groupIndex,
}
export type Candidate = {
  id: string
  chapter: string | null
  section: string
  groupId: string | null
  groupIndex: number
}

/** The conditions of daily sets: published, beyond doubt, resting on the law that the coming sitting examines. */
const eligible = ({ subject, chapters, lawOn }: Ground, ...more: (SQL | undefined)[]) =>
  and(
    eq(questions.subjectSlug, subject),
    isPublished,
    eq(questions.withheld, false),
    lte(questions.inForceFrom, lawOn),
    gt(questions.inForceUntil, lawOn),
    chapters ? inArray(questions.chapterKey, [...chapters]) : undefined,
    ...more,
  )

const neverAnswered = (userId: string) =>
  notExists(
    db()
      .select({ id: answers.questionId })
      .from(answers)
      .where(and(eq(answers.userId, userId), eq(answers.questionId, questions.id))),
  )

/** What a person has read with its answers. */
const recited = (userId: string, subject: string) =>
  db()
    .select({ id: attemptItems.questionId })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.id, attemptItems.attemptId))
    .where(and(eq(attempts.userId, userId), eq(attempts.mode, 'recite'), eq(attempts.subjectSlug, subject)))

function listLeaders(ground: Ground, limit: number, ...more: (SQL | undefined)[]): Promise<Candidate[]> {
  return db()
    .select(columns)
    .from(questions)
    .where(eligible(ground, eq(questions.leads, true), ...more))
    .orderBy(asc(questions.shuffle), asc(questions.id))
    .limit(limit)
}

/** Questions (or leaders of cases) to practise next: those never answered, then those answered longest ago. */
export async function listNext(userId: string, ground: Ground, limit: number): Promise<Candidate[]> {
  const unanswered = await listLeaders(ground, limit, neverAnswered(userId))
  if (unanswered.length >= limit) return unanswered
  const last = max(answers.answeredAt)
  const answered = await db()
    .select({ ...columns, last })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eligible(ground, eq(questions.leads, true), eq(answers.userId, userId)))
    .groupBy(...Object.values(columns))
    .orderBy(asc(last), asc(questions.id))
    .limit(limit - unanswered.length)
  return [...unanswered, ...answered]
}

/** Questions (or leaders of cases) to read: those never read with their answers first. */
export async function listToRecite(userId: string, ground: Ground): Promise<Candidate[]> {
  const unread = await listLeaders(ground, candidateLimit, notInArray(questions.id, recited(userId, ground.subject)))
  if (unread.length >= candidateLimit) return unread
  const read = await listLeaders(ground, candidateLimit, inArray(questions.id, recited(userId, ground.subject)))
  return [...unread, ...read].slice(0, candidateLimit)
}

/** Candidates for a set drawn at random: a stretch of the bank's fixed shuffle that begins where the seed says. */
export async function listAtRandom(userId: string, ground: Ground, seed: string, unseen: boolean) {
  const seen = unseen ? [neverAnswered(userId), notInArray(questions.id, recited(userId, ground.subject))] : []
  const pivot = pivotOf(seed)
  const after = await listLeaders(ground, candidateLimit, gte(questions.shuffle, pivot), ...seen)
  if (after.length >= candidateLimit) return after
  const before = await listLeaders(ground, candidateLimit - after.length, lt(questions.shuffle, pivot), ...seen)
  return [...after, ...before]
}

/** What stands open in the mistake book, answered longest ago first. */
export function listOpenMistakes(userId: string, ground: Ground, limit = candidateLimit): Promise<Candidate[]> {
  const own = [
    eq(mistakes.userId, userId),
    eq(mistakes.subjectSlug, ground.subject),
    eq(mistakes.status, 'open' as const),
  ]
  return db()
    .select(columns)
    .from(mistakes)
    .innerJoin(questions, eq(questions.id, mistakes.questionId))
    .where(eligible(ground, ...own))
    .orderBy(asc(mistakes.lastAnsweredAt), asc(mistakes.questionId))
    .limit(limit)
}

/** Of so many stars, the latest, those of a subject are looked for. */
const starLimit = 1000

/** Starred questions: those never answered, the latest stars first, then those answered longest ago. */
export async function listStarred(userId: string, ground: Ground): Promise<Candidate[]> {
  const stars = await db()
    .select({ id: favourites.questionId })
    .from(favourites)
    .where(eq(favourites.userId, userId))
    .orderBy(desc(favourites.createdAt), desc(favourites.questionId))
    .limit(starLimit)
  const ids = stars.map((one) => one.id)
  const found = await findEligible(ground, ids)
  const last = await lastAnswered(userId, ids)
  const at = (one: Candidate) => last.get(one.id)?.getTime() ?? 0
  const placeOf = new Map(ids.map((id, index) => [id, index]))
  return found.sort((a, b) => at(a) - at(b) || (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0))
}

/** Those of these questions that are eligible. Read by their ids, and sifted here: the store would read the whole bank. */
async function findEligible({ subject, chapters, lawOn }: Ground, ids: readonly string[]): Promise<Candidate[]> {
  const { subjectSlug, status, withheld, inForceFrom, inForceUntil } = questions
  const rows = await db()
    .select({ ...columns, subjectSlug, status, withheld, inForceFrom, inForceUntil })
    .from(questions)
    .where(inArray(questions.id, [...ids]))
  return rows.filter(
    (row) =>
      row.subjectSlug === subject &&
      row.status === 'published' &&
      !row.withheld &&
      row.inForceFrom <= lawOn &&
      row.inForceUntil > lawOn &&
      (chapters === null || chapters.includes(row.chapter ?? '')),
  )
}

async function lastAnswered(userId: string, ids: readonly string[]): Promise<Map<string, Date | null>> {
  const rows = await db()
    .select({ id: answers.questionId, at: max(answers.answeredAt) })
    .from(answers)
    .where(and(eq(answers.userId, userId), inArray(answers.questionId, [...ids])))
    .groupBy(answers.questionId)
  return new Map(rows.map((row) => [row.id, row.at]))
}

/** Each of these questions by itself, or as the whole case that it leads, in the same order. */
export async function withTheirCases(leaders: readonly Candidate[]): Promise<string[][]> {
  const groupIds = leaders.flatMap(({ groupId }) => groupId ?? [])
  const children = groupIds.length > 0 ? await listGroups(groupIds) : []
  return leaders.map(({ id, groupId }) =>
    groupId === null ? [id] : children.filter((one) => one.groupId === groupId).map((one) => one.id),
  )
}

/** Questions of sets that are still to be done: of these days on, as far as they are stored. */
export async function listSetFrom(subject: string, day: string): Promise<string[]> {
  const rows = await db()
    .select({ id: dailySetItems.questionId })
    .from(dailySetItems)
    .innerJoin(dailySets, eq(dailySets.id, dailySetItems.setId))
    .where(and(eq(dailySets.subjectSlug, subject), gte(dailySets.day, day)))
  return rows.map((row) => row.id)
}

/** Has this person ended the set of a day? */
export async function hasDone(userId: string, setId: string): Promise<boolean> {
  const done = and(eq(attempts.userId, userId), eq(attempts.mode, 'daily'), eq(attempts.setId, setId))
  return (await db().$count(attempts, and(done, isNotNull(attempts.finishedAt)))) > 0
}
