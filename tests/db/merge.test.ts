import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { answers, attempts, checkIns, mistakes, users } from '@/db/schema'
import type { Answer } from '@/domain/attempts/input'
import { seedExam } from '@/domain/banks/commands'
import { joinGuest } from '@/domain/merges/commands'
import { foldMistake, type Mistake, type MistakeEvent } from '@/domain/mistakes/mistake'
import { createGuest } from '@/domain/users/commands'
import { Candidate, giveUp, rightAnswers } from '../support/candidate'
import { teaCopy } from '../support/tea-copy'
import { member, randomUUID } from '../support/world'

const seeded = '2030-01-10T17:00:00Z'
const end = '2030-01-20T17:00:00Z'
beforeAll(() => seedExam(teaCopy('union'), new Date(seeded)))

/** One evening of one of the two: which day, at which minute, how many questions in which way, and whether it was finished. */
type Evening = {
  who: 'guest' | 'member'
  day: number
  minute: number
  given: ('right' | 'wrong' | 'give-up')[]
  feedback: 'each' | 'end'
  finish: boolean
}
const evening = fc.record<Evening>({
  who: fc.constantFrom('guest', 'member'),
  day: fc.integer({ min: 11, max: 13 }),
  minute: fc.integer({ min: 10, max: 59 }),
  given: fc.array(fc.constantFrom('right', 'wrong', 'give-up'), { maxLength: 7 }),
  feedback: fc.constantFrom('each', 'end'),
  finish: fc.boolean(),
})

const wrong: Record<string, Answer> = {
  single: { choices: ['A'] },
  multiple: { choices: ['C'] },
  'true-false': { choices: ['B'] },
}
const answerOf = (type: string, way: Evening['given'][number]): Answer =>
  way === 'give-up' ? giveUp : ((way === 'right' ? rightAnswers : wrong)[type] ?? giveUp)

async function live(person: Candidate, { day, minute, given, feedback, finish }: Evening) {
  const at = `2030-01-${day}T17:${minute}:00Z`
  const attempt = await person.start({ subject: 'union', feedback }, at)
  const open = attempt.questions.filter(({ id }) => !attempt.answers.some((one) => one.questionId === id))
  for (const [index, way] of given.entries()) {
    const question = open[index]
    if (question) await person.put(attempt.id, question.id, answerOf(question.type, way), at)
  }
  if (finish) await person.finish(attempt.id, at)
}

const answersOf = (userId: string) => db().select().from(answers).where(eq(answers.userId, userId))
const plain = (rows: Awaited<ReturnType<typeof answersOf>>) =>
  rows.map(({ attemptId, questionId, answer, score }) => JSON.stringify([attemptId, questionId, answer, score])).sort()
const daysOf = async (userId: string) =>
  (await db().select().from(checkIns).where(eq(checkIns.userId, userId))).map((one) => one.day).sort()

/** The mistake book as the answers of both make it, from nothing. */
async function foldedFrom(userId: string): Promise<Map<string, Mistake>> {
  const events = new Map<string, MistakeEvent[]>()
  const told = (await answersOf(userId)).filter((one) => one.told && one.verdict !== 'unmarked')
  for (const { questionId, answeredAt, verdict } of told)
    events.set(questionId, [
      ...(events.get(questionId) ?? []),
      { kind: 'answered', at: answeredAt, right: verdict === 'right' },
    ])
  const folded = [...events].flatMap(([id, all]) => {
    const entry = foldMistake(all)
    return entry ? [[id, entry] as const] : []
  })
  return new Map(folded)
}

test('whatever the two did: no answer is lost, no day doubled, the totals are those of both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(evening, { maxLength: 6 }), async (evenings) => {
      const hash = randomUUID()
      const guest = new Candidate(await createGuest(hash, randomUUID(), new Date(seeded)))
      const ana = new Candidate((await member()).id)
      const inOrder = [...evenings].sort((a, b) => a.day - b.day || a.minute - b.minute)
      for (const one of inOrder) await live(one.who === 'guest' ? guest : ana, one)
      const before = plain([...(await answersOf(guest.userId)), ...(await answersOf(ana.userId))])
      const days = [...new Set([...(await daysOf(guest.userId)), ...(await daysOf(ana.userId))])].sort()
      const begun = await db().$count(attempts, eq(attempts.userId, guest.userId))
      const own = await db().$count(attempts, eq(attempts.userId, ana.userId))
      const joined = await joinGuest({ userId: ana.userId, sessionId: '' }, hash, new Date(end))
      expect(joined?.attempts).toBe(begun)
      expect(plain(await answersOf(ana.userId))).toEqual(before)
      // Days that an attempt's end at the joining checks in are days that were practised in full.
      const after = await daysOf(ana.userId)
      expect(after).toEqual([...new Set(after)])
      expect(after).toEqual(expect.arrayContaining(days))
      const all = await db().select().from(attempts).where(eq(attempts.userId, ana.userId))
      expect(all).toHaveLength(begun + own)
      const open = all.flatMap((one) => one.openKey ?? [])
      expect(new Set(open).size).toBe(open.length)
      expect(open.every((key) => key.startsWith(`${ana.userId}|`))).toBe(true)
      const book = await db().select().from(mistakes).where(eq(mistakes.userId, ana.userId))
      const folded = await foldedFrom(ana.userId)
      expect(book.map((one) => one.questionId).sort()).toEqual([...folded.keys()].sort())
      for (const { questionId, userId: _, subjectSlug: __, ...entry } of book)
        expect(entry).toEqual(folded.get(questionId))
      expect(await db().$count(users, eq(users.id, guest.userId))).toBe(0)
    }),
    { numRuns: 15 },
  )
})

test('a question that the guest had wrong and the member right since is two right answers short of mastered', async () => {
  const hash = randomUUID()
  const guest = new Candidate(await createGuest(hash, randomUUID(), new Date(seeded)))
  const ana = new Candidate((await member()).id)
  const theirs = await guest.start({ subject: 'union' }, '2030-01-11T17:00:00Z')
  const question = theirs.questions.find((one) => one.type === 'single')?.id ?? ''
  await guest.put(theirs.id, question, { choices: ['A'] }, '2030-01-11T17:00:00Z')
  const mine = await ana.start({ subject: 'union', on: '2030-01-11' }, '2030-01-12T17:00:00Z')
  await ana.put(mine.id, question, { choices: ['B'] }, '2030-01-12T17:00:00Z')
  await joinGuest({ userId: ana.userId, sessionId: '' }, hash, new Date(end))
  const book = await db().select().from(mistakes).where(eq(mistakes.userId, ana.userId))
  expect(book).toMatchObject([{ questionId: question, status: 'open', rightInRow: 1, wrongCount: 1 }])
})

test('what was mastered by hand stays so, unless the other had it wrong later', async () => {
  const people = ['stays', 'comes back'] as const
  for (const [index, name] of people.entries()) {
    const hash = randomUUID()
    const guest = new Candidate(await createGuest(hash, randomUUID(), new Date(seeded)))
    const ana = new Candidate((await member()).id)
    const [wrongOn, laterOn] = ['2030-01-11T17:00:00Z', `2030-01-1${index === 0 ? 1 : 4}T18:00:00Z`]
    const theirs = await guest.start({ subject: 'union' }, wrongOn)
    const question = theirs.questions.find((one) => one.type === 'single')?.id ?? ''
    await guest.put(theirs.id, question, { choices: ['A'] }, wrongOn)
    await write((tx) =>
      tx
        .update(mistakes)
        .set({ status: 'mastered', masteredBy: 'hand', masteredAt: new Date('2030-01-12T17:00:00Z') })
        .where(eq(mistakes.userId, guest.userId)),
    )
    const mine = await ana.start({ subject: 'union', on: '2030-01-11' }, laterOn)
    await ana.put(mine.id, question, { choices: ['A'] }, laterOn)
    await joinGuest({ userId: ana.userId, sessionId: '' }, hash, new Date(end))
    const book = await db().select().from(mistakes).where(eq(mistakes.userId, ana.userId))
    expect(book, name).toMatchObject([{ status: index === 0 ? 'mastered' : 'open', wrongCount: 2 }])
  }
})
