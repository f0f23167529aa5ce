import type { PracticeScope, StartAttempt } from '@/domain/attempts/input'
import { buildSets, getDailySet, isStored } from '@/domain/daily/commands'
import { chapterKeysWithin } from '@/domain/exams/chapter-queries'
import { addDays } from '@/domain/exams/day'
import { type SubjectInExam, todayOf } from '@/domain/exams/queries'
import { dayIn } from '@/domain/exams/zone'
import { Refusal } from '@/lib/errors'
import { drawUnits, firstUnits, inCases, mostQuestions } from './drawing'
import {
  type Ground,
  hasDone,
  listAtRandom,
  listNext,
  listOpenMistakes,
  listSetFrom,
  listStarred,
  listToRecite,
  withTheirCases,
} from './queries'

/** Who wants to practise what, and when. */
export type Wish = { userId: string; subject: SubjectInExam; input: StartAttempt; now: Date; seed: string }

/** What a start comes to, before anything is stored. */
export type Plan = {
  /** Under this key one attempt may be open. */
  openKey: string
  scope: PracticeScope | null
  set: { id: string; on: string } | null
  /** Whether an attempt that is open since then is gone on with; else it ends, as it stands. */
  resumes: (openSince: Date) => boolean
  /** The ids of its questions, in order. */
  draw: () => Promise<string[]>
}

async function groundOf({ subject, input, now }: Wish): Promise<Ground> {
  const keys = input.chapters ?? (input.chapter === undefined ? [] : [input.chapter])
  const chapters = keys.length > 0 ? await chapterKeysWithin(subject, keys, now) : null
  const { lawInForceOn } = todayOf(subject.exam, now).sitting
  return { subject: subject.subject.slug, chapters, lawOn: lawInForceOn }
}

const idsOf = (units: { id: string }[][]) => units.map((unit) => unit.map((one) => one.id))

/** A day's set, stored: an attempt points at it. @throws Refusal `not-set` */
async function storedSet({ input, now }: Wish) {
  const set = await getDailySet(input.subject, input.on, now)
  // A set that was served while the store refused is stored first.
  if (!(await isStored(set.id))) await buildSets(input.subject, set.on, now)
  return set
}

async function planDaily(wish: Wish): Promise<Plan> {
  const set = await storedSet(wish)
  return {
    openKey: `${wish.userId}|${set.id}`,
    scope: null,
    set,
    resumes: () => true,
    draw: async () => set.questions.map((question) => question.id),
  }
}

/** Ids that may not be read with their answers yet: of today's set, unless it was done, and of those to come. */
async function hiddenOf({ userId, subject, now }: Wish): Promise<Set<string>> {
  const { slug } = subject.subject
  const { today } = todayOf(subject.exam, now)
  if (subject.firstDay === null) return new Set()
  const set = await getDailySet(slug, today, now)
  const todays = (await hasDone(userId, set.id)) ? [] : set.questions.map((question) => question.id)
  return new Set([...todays, ...(await listSetFrom(slug, addDays(today, 1)))])
}

async function toRecite(wish: Wish, ground: Ground): Promise<string[]> {
  if (wish.input.of === 'mistakes')
    return firstUnits(idsOf(inCases(await listOpenMistakes(wish.userId, ground))), mostQuestions)
  const units =
    wish.input.of === 'favourites'
      ? idsOf(inCases(await listStarred(wish.userId, ground)))
      : await withTheirCases(await listToRecite(wish.userId, ground))
  const hidden = await hiddenOf(wish)
  return firstUnits(
    units.filter((unit) => !unit.some((id) => hidden.has(id))),
    mostQuestions,
  )
}

async function planRecite(wish: Wish): Promise<Plan> {
  const { userId, subject, input, now } = wish
  const dayOf = (at: Date) => dayIn(subject.exam.timeZone, at)
  // What may be read differs from day to day, so one of yesterday is not gone on with.
  const resumes = (openSince: Date) => !input.again && dayOf(openSince) === dayOf(now)
  if (input.of === 'daily') {
    const set = await storedSet(wish)
    if (set.on === dayOf(now) && !(await hasDone(userId, set.id))) throw new Refusal('not-done-yet')
    const draw = async () => set.questions.map((question) => question.id)
    return { openKey: `${userId}|recite:${set.id}`, scope: { of: 'daily' }, set, resumes, draw }
  }
  const ground = await groundOf(wish)
  const scope = { ...chaptersOf(input), ...(input.of && { of: input.of }) }
  const name = `${input.of ?? 'chapter'}:${input.subject}/${input.chapter ?? ''}`
  return { openKey: `${userId}|recite:${name}`, scope, set: null, resumes, draw: () => toRecite(wish, ground) }
}

const chaptersOf = ({ chapter, chapters }: StartAttempt) => {
  const keys = chapters ?? (chapter === undefined ? undefined : [chapter])
  return keys ? { chapters: keys } : {}
}

async function drawCustom({ userId, subject, input, seed }: Wish, ground: Ground): Promise<string[]> {
  const { count = 10, pick = 'all' } = input
  if (pick === 'wrong') {
    const units = new Map(inCases(await listOpenMistakes(userId, ground)).map((unit) => [unit[0]?.id, unit]))
    const firsts = [...units.values()].flatMap((unit) => unit.slice(0, 1))
    const drawn = drawUnits(firsts, count, seed, subject.paper)
    return firstUnits(idsOf(drawn.map((one) => units.get(one.id) ?? [])), mostQuestions)
  }
  const candidates = await listAtRandom(userId, ground, seed, pick === 'unseen')
  return firstUnits(await withTheirCases(drawUnits(candidates, count, seed, subject.paper)), mostQuestions)
}

async function drawOf(wish: Wish, ground: Ground): Promise<string[]> {
  const { userId, input } = wish
  const most = input.count ?? mostQuestions
  switch (input.mode) {
    case 'mistakes':
      return firstUnits(idsOf(inCases(await listOpenMistakes(userId, ground, most))), most)
    case 'favourites':
      return firstUnits(idsOf(inCases(await listStarred(userId, ground))), most)
    case 'custom':
      return drawCustom(wish, ground)
    default:
      return firstUnits(await withTheirCases(await listNext(userId, ground, most)), most)
  }
}

/**
 * What a start comes to.
 * @throws Refusal `not-found` for an unknown subject or chapter, `not-set` for a day without a set, `not-done-yet` when
 *   today's set is to be read before it was done.
 */
export async function planOf(wish: Wish): Promise<Plan> {
  const { userId, input } = wish
  if (input.mode === 'daily') return planDaily(wish)
  if (input.mode === 'recite') return planRecite(wish)
  const ground = await groundOf(wish)
  const { mode, subject, chapter, count, pick } = input
  const custom = mode === 'custom' && { count: count ?? 10, pick: pick ?? 'all' }
  return {
    openKey: `${userId}|${mode}:${mode === 'custom' ? subject : `${subject}/${chapter ?? ''}`}`,
    scope: { ...chaptersOf(input), ...(count && { count }), ...custom },
    set: null,
    resumes: () => mode !== 'custom' && !input.again,
    draw: () => drawOf(wish, ground),
  }
}
