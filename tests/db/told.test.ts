import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { dialect } from '@/db/columns'
import { answers, attempts, mistakes } from '@/db/schema'
import { markOwnEssay } from '@/domain/attempts/answer-commands'
import { isFinalAtOnce } from '@/domain/attempts/feedback'
import type { FeedbackMode, StartAttempt } from '@/domain/attempts/input'
import { startAttempt } from '@/domain/attempts/start-commands'
import { seedExam } from '@/domain/banks/commands'
import { masterMistake, reopenMistake } from '@/domain/mistakes/commands'
import { foldMistake, handEventsOf } from '@/domain/mistakes/mistake'
import { Candidate, giveUp, rightAnswers } from '../support/candidate'
import { teaCopy } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const noon = Date.UTC(2030, 0, 15, 17)
const at = (minute: number) => new Date(noon + minute * 60_000).toISOString()

const startIn = (ana: Candidate, input: Omit<StartAttempt, 'id'>, minute: number) =>
  startAttempt(ana.userId, { id: randomUUID(), ...input }, { now: new Date(at(minute)), seed: `${minute}` })

const toldIn = async (attemptId: string) => {
  const rows = await db().select().from(answers).where(eq(answers.attemptId, attemptId))
  return Object.fromEntries(rows.map(({ type, told }) => [type, told]))
}

test.each([
  ['each', { single: true, essay: true }],
  ['end', { single: false, essay: true }],
] as const)(
  'an answer is told at once, or at the end (%s); an essay when it is handed in',
  async (feedback, before) => {
    const name = `told-${feedback}`
    await seedExam(teaCopy(name), new Date(at(0)))
    const ana = await Candidate.begin(at(0))
    const attempt = await ana.start({ subject: name, feedback }, at(0))
    for (const { id, type } of attempt.questions)
      if (type === 'single' || type === 'essay') await ana.put(attempt.id, id, rightAnswers[type] ?? giveUp, at(1))
    expect(await toldIn(attempt.id)).toEqual(before)
    const [row] = await db()
      .select()
      .from(answers)
      .where(and(eq(answers.attemptId, attempt.id), eq(answers.type, 'single')))
    expect(row).toMatchObject({ userId: ana.userId, subjectSlug: name, verdict: 'right' })
    await ana.finish(attempt.id, at(2))
    expect(await toldIn(attempt.id)).toEqual({ single: true, essay: true })
  },
)

/** What the book must be by the whole of what was told, read anew from the answers and what was done by hand. */
async function bookByFolding(userId: string) {
  const rows = await db()
    .select({ answer: answers, finishedAt: attempts.finishedAt })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .where(and(eq(answers.userId, userId), eq(answers.told, true)))
  const final = rows.filter(
    ({ answer, finishedAt }) =>
      answer.verdict !== 'unmarked' && (finishedAt !== null || isFinalAtOnce(answer.type, answer.answer)),
  )
  const entries = await db().select().from(mistakes).where(eq(mistakes.userId, userId))
  const ids = new Set([...final.map(({ answer }) => answer.questionId), ...entries.map((one) => one.questionId)])
  return [...ids].sort().flatMap((questionId) => {
    const entry = entries.find((one) => one.questionId === questionId)
    const told = final.filter(({ answer }) => answer.questionId === questionId)
    const events = told.map(({ answer: { answeredAt, verdict } }) => ({
      kind: 'answered' as const,
      at: answeredAt,
      right: verdict === 'right',
    }))
    const folded = foldMistake([...events, ...(entry ? handEventsOf(entry) : [])])
    return folded ? [{ questionId, ...folded }] : []
  })
}

const bookOf = (userId: string) =>
  db().select().from(mistakes).where(eq(mistakes.userId, userId)).orderBy(mistakes.questionId)

async function twoAttempts(name: string) {
  await seedExam(teaCopy(name), new Date(at(0)))
  const ana = await Candidate.begin(at(0))
  const custom = { mode: 'custom' as const, subject: name, count: 100 }
  const kept = await startIn(ana, { ...custom, feedback: 'end' }, 0)
  const chapter = { mode: 'chapter' as const, subject: name, chapter: 'leaves' }
  return { ana, kept, open: await startIn(ana, { ...chapter, feedback: 'each' }, 0), id: `${name}-choice-001` }
}

test('a right answer that was given after a wrong one counts, though the wrong one is told later', async () => {
  const { ana, kept, open, id } = await twoAttempts('told-later')
  await ana.put(kept.id, id, giveUp, at(1))
  await ana.put(open.id, id, { choices: ['B'] }, at(2))
  expect(await bookOf(ana.userId)).toEqual([])
  await ana.finish(kept.id, at(3))
  expect(await bookOf(ana.userId)).toMatchObject([
    { status: 'open', rightInRow: 1, wrongCount: 1, enteredAt: new Date(at(1)), lastAnsweredAt: new Date(at(2)) },
  ])
})

test('what was mastered by hand stays so when an earlier answer arrives from a tunnel', async () => {
  const { ana, kept, open, id } = await twoAttempts('tunnel')
  await ana.put(open.id, id, giveUp, at(1))
  await masterMistake({ userId: ana.userId, questionId: id }, new Date(at(3)))
  await ana.put(kept.id, id, giveUp, at(5), at(2))
  await ana.finish(kept.id, at(6))
  expect(await bookOf(ana.userId)).toMatchObject([{ status: 'mastered', masteredBy: 'hand', wrongCount: 2 }])
  const again = await startIn(
    ana,
    { mode: 'chapter', subject: 'tunnel', chapter: 'leaves', again: true, feedback: 'each' },
    7,
  )
  await ana.put(again.id, id, giveUp, at(8))
  expect(await bookOf(ana.userId)).toMatchObject([{ status: 'open', wrongCount: 3, masteredBy: null }])
})

type Step =
  | { does: 'practise'; feedback: FeedbackMode; right: boolean[]; marked: boolean; ends: boolean }
  | { does: 'master' | 'reopen'; index: number }

const practising = fc.record({
  does: fc.constant('practise' as const),
  feedback: fc.constantFrom('each' as const, 'end' as const),
  right: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  marked: fc.boolean(),
  ends: fc.boolean(),
})
const byHand = fc.record({ does: fc.constantFrom('master' as const, 'reopen' as const), index: fc.nat(2) })

/** One attempt at the three questions of the bank: a choice, a number and an essay. */
async function practise(ana: Candidate, subject: string, step: Extract<Step, { does: 'practise' }>, minute: number) {
  const { feedback, right, marked, ends } = step
  const { id, questions } = await startIn(ana, { mode: 'custom', subject, count: 3, feedback }, minute)
  for (const [index, question] of questions.entries()) {
    const isEssay = question.type === 'essay'
    const answer = right[index] || (isEssay && marked) ? (rightAnswers[question.type] ?? giveUp) : giveUp
    await ana.put(id, question.id, answer, at(minute + 1 + index))
    if (!isEssay || !marked) continue
    const points = [
      { id: 'p1', awarded: right[index] ? 6 : 1 },
      { id: 'p2', awarded: 4 },
    ]
    await markOwnEssay({ userId: ana.userId, attemptId: id, questionId: question.id }, points)
  }
  if (ends) await ana.finish(id, at(minute + 5))
}

test('whatever is practised, ended or not, the book is what folding all that was told makes of it', async () => {
  const files = teaCopy('folded', { choice: 1, several: 0, claims: 0, blanks: 0, numbers: 1, report: 1 })
  await seedExam(files, new Date(at(0)))
  const ids = files.questions.map((question) => question.id)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(practising, practising, byHand), { maxLength: 6 }), async (steps: Step[]) => {
      const ana = await Candidate.begin(at(0))
      for (const [index, step] of steps.entries()) {
        const minute = index * 10
        if (step.does === 'practise') await practise(ana, 'folded', step, minute)
        else {
          const of = { userId: ana.userId, questionId: ids[step.index] ?? '' }
          const isKnown = (await bookOf(ana.userId)).some((one) => one.questionId === of.questionId)
          if (isKnown) await (step.does === 'master' ? masterMistake : reopenMistake)(of, new Date(at(minute)))
        }
      }
      const stored = (await bookOf(ana.userId)).map(({ userId: _, subjectSlug: __, ...entry }) => entry)
      expect(stored).toEqual(await bookByFolding(ana.userId))
    }),
    { numRuns: dialect === 'sqlite' ? 30 : 4 },
  )
})
