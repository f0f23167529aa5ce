import { eq, inArray } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { StoreRefused } from '@/db/errors'
import { dailySetItems, dailySets, questions } from '@/db/schema'
import { addDays, daysFrom } from '@/domain/exams/day'
import type { ExamDefinition } from '@/domain/exams/definition'
import { nextSitting } from '@/domain/exams/lookup'
import { getSubject, type SubjectInExam, todayOf } from '@/domain/exams/queries'
import { listGroups } from '@/domain/questions/queries'
import { Refusal } from '@/lib/errors'
import { chooseAhead, chooseSet, type Pools, poolSizes } from './build'
import {
  candidateLimit,
  type DailySet,
  findLastDay,
  findSetItems,
  listCandidates,
  setIdOf,
  viewQuestions,
} from './queries'
import type { Candidate } from './selection'

/** How many missing days are worked out in memory while the store refuses; beyond that the set stays unavailable. */
const aheadLimit = 60

async function poolsOf(subject: SubjectInExam, days: readonly string[], lawOn: string, handle: Handle): Promise<Pools> {
  const pools = new Map<string, readonly Candidate[]>()
  for (const [section, limit] of poolSizes(subject.paper, days, candidateLimit))
    pools.set(section, await listCandidates({ subject: subject.subject.slug, section, lawOn, limit }, handle))
  return pools
}

/** Units to questions: the leader of a case group brings the whole group. */
async function questionsOf(units: readonly Candidate[], handle: Handle): Promise<string[]> {
  const rows = await handle
    .select({ id: questions.id, groupId: questions.groupId })
    .from(questions)
    .where(
      inArray(
        questions.id,
        units.map((unit) => unit.id),
      ),
    )
  const groupOf = new Map(rows.map((row) => [row.id, row.groupId]))
  const groupIds = [...groupOf.values()].filter((id) => id !== null)
  const children = groupIds.length > 0 ? await listGroups(groupIds, handle) : []
  return units.flatMap((unit) => {
    const group = groupOf.get(unit.id)
    return group ? children.filter((child) => child.groupId === group).map((child) => child.id) : [unit.id]
  })
}

/**
 * Builds and stores the next missing day, if it is not past `until`. One short transaction a day, in day order, so that
 * each set is chosen from what all the days before it have used, whichever process builds it.
 * @returns the day built, or null when there is nothing more to do.
 */
function buildNext(slug: string, until: string, now: Date): Promise<string | null> {
  return write(async (tx) => {
    const subject = await getSubject(slug, tx)
    const last = await findLastDay(slug, tx)
    const day = last ? addDays(last, 1) : subject.firstDay
    if (!day || day > until) return null
    // The sitting that the day itself prepares for: it must not matter when, or by whom, a set is built.
    const { lawInForceOn } = nextSitting(subject.exam, day)
    const units = chooseSet(subject, day, await poolsOf(subject, [day], lawInForceOn, tx))
    if (units.length === 0) return null
    const id = setIdOf(slug, day)
    await tx.insert(dailySets).values({ id, subjectSlug: slug, day, createdAt: now })
    const items = await questionsOf(units, tx)
    await tx.insert(dailySetItems).values(items.map((questionId, position) => ({ setId: id, position, questionId })))
    await tx
      .update(questions)
      .set({ lastUsedOn: day })
      .where(
        inArray(
          questions.id,
          units.map((unit) => unit.id),
        ),
      )
    return day
  })
}

// The first requests of a day come all at once: in one process, they wait for the same building.
const underway = new Map<string, Promise<string[]>>()

/** Catches up: stores every missing set up to and with `until`. Safe to run anywhere, any number of times. */
export function buildSets(slug: string, until: string, now: Date): Promise<string[]> {
  const key = `${slug}/${until}`
  const running = underway.get(key) ?? buildAll(slug, until, now).finally(() => underway.delete(key))
  underway.set(key, running)
  return running
}

async function buildAll(slug: string, until: string, now: Date): Promise<string[]> {
  const built: string[] = []
  for (let day = await buildNext(slug, until, now); day; day = await buildNext(slug, until, now)) built.push(day)
  return built
}

async function chooseUnstored(subject: SubjectInExam, day: string): Promise<string[]> {
  const slug = subject.subject.slug
  const last = await findLastDay(slug, db())
  const from = last ? addDays(last, 1) : subject.firstDay
  const days = from ? daysFrom(from, day) : []
  if (days.length === 0 || days.length > aheadLimit) return []
  const pools = await poolsOf(subject, days, nextSitting(subject.exam, day).lawInForceOn, db())
  return questionsOf(chooseAhead(subject, days, pools, candidateLimit), db())
}

async function itemsOf(subject: SubjectInExam, day: string, now: Date): Promise<{ ids: string[]; stored: boolean }> {
  const slug = subject.subject.slug
  const ids = await findSetItems(slug, day)
  if (ids.length > 0) return { ids, stored: true }
  try {
    await buildSets(slug, day, now)
    return { ids: await findSetItems(slug, day), stored: true }
  } catch (error) {
    // The store refuses to write (full, read-only): the day's set is served all the same.
    if (error instanceof StoreRefused) return { ids: await chooseUnstored(subject, day), stored: false }
    throw error
  }
}

// What everybody gets for one subject and day, until the bank or the exam's definition changes.
const views = new Map<string, { revision: number; exam: ExamDefinition; set: DailySet }>()

/**
 * The set of a subject and day; today's when no day is named. Builds what is missing.
 * @throws Refusal `not-found` for an unknown subject, `not-set` for a day that has no set: a future one, one before the
 *   subject's first, or any while the bank is empty.
 */
export async function getDailySet(slug: string, on: string | undefined, now: Date): Promise<DailySet> {
  const subject = await getSubject(slug)
  const { today } = todayOf(subject.exam, now)
  const day = on ?? today
  if (day > today || !subject.firstDay || day < subject.firstDay) throw new Refusal('not-set')
  const id = setIdOf(slug, day)
  const known = views.get(id)
  if (known?.revision === subject.bankRevision && known.exam === subject.exam) return known.set
  const { ids, stored } = await itemsOf(subject, day, now)
  if (ids.length === 0) throw new Refusal('not-set')
  const set = { id, subject: slug, on: day, questions: await viewQuestions(subject, ids) }
  // One that could not be stored is asked for again, so that it is stored as soon as it can be.
  if (stored) views.set(id, { revision: subject.bankRevision, exam: subject.exam, set })
  if (views.size > 500) views.clear()
  return set
}

/** Is the set stored? An attempt can only point at a stored one. */
export async function isStored(setId: string): Promise<boolean> {
  const [row] = await db().select({ id: dailySets.id }).from(dailySets).where(eq(dailySets.id, setId))
  return row !== undefined
}
