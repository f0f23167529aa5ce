import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { attempts } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { Refusal } from '@/lib/errors'
import { Candidate, giveUp, rightAnswers } from '../support/candidate'
import { retire } from '../support/tables'
import { teaCopy, without, withQuestion } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const now = '2030-01-15T17:00:00Z'
const later = '2030-01-15T18:00:00Z'
const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : error
}

async function begun(name: string) {
  await seedExam(teaCopy(name, { choice: 2 }), new Date(now))
  const ana = await Candidate.begin(now)
  const attempt = await ana.start({ subject: name }, now)
  return { ana, attempt, id: attempt.id, choice: `${name}-choice-001` }
}
const attemptsAt = (subject: string) => db().$count(attempts, eq(attempts.subjectSlug, subject))

test('the version that was shown is the one that is marked, whatever was published since', async () => {
  const { ana, id, choice } = await begun('pinned')
  const before = await ana.state(id)
  const other = withQuestion(teaCopy('pinned', { choice: 2 }), choice, (question) => ({
    ...question,
    content:
      question.content.type === 'single' ? { ...question.content, stem: 'Changed', key: ['A'] } : question.content,
  }))
  expect((await seedExam(other, new Date(later))).versions).toBe(1)
  expect((await ana.state(id)).questions).toEqual(before.questions)
  expect(await ana.put(id, choice, { choices: ['B'] }, later)).toMatchObject({ verdict: 'right', key: ['B'] })
  await ana.finish(id, later)
  const again = await ana.start({ subject: 'pinned' }, later)
  expect(again.questions.find((one) => one.id === choice)?.stem.html).toContain('Changed')
  expect(await ana.put(again.id, choice, { choices: ['B'] }, later)).toMatchObject({ verdict: 'wrong', key: ['A'] })
})

test('a question withdrawn while an attempt is open is shown so, and not scored', async () => {
  const { ana, attempt, id, choice } = await begun('unscored')
  await ana.answerAll(attempt, now)
  await retire(choice)
  expect((await ana.state(id)).questions.find((one) => one.withdrawn)?.id).toBe(choice)
  const result = await ana.finish(id, later)
  expect(result).toMatchObject({ score: 12, maxScore: 22, right: 5, withdrawn: 1, unanswered: 0, unmarked: 1 })
})

test('a day counts without the question that was withdrawn meanwhile', async () => {
  const { ana, attempt, id, choice } = await begun('counts')
  for (const { id: question, type } of attempt.questions)
    if (question !== choice) await ana.put(id, question, rightAnswers[type] ?? giveUp, now)
  await seedExam(without(teaCopy('counts', { choice: 2 }), choice), new Date(now))
  expect((await ana.finish(id, later)).checkIn).toEqual({ on: '2030-01-15', kind: 'done', streak: 1, full: false })
})

test('the same id starts the same attempt, with what was answered', async () => {
  const { ana, id, choice } = await begun('same-id')
  await ana.put(id, choice, { choices: ['A'] }, now)
  const again = await ana.start({ subject: 'same-id', id }, later)
  expect(again).toEqual(await ana.state(id))
  expect(again.answers.map((one) => [one.questionId, one.answer])).toEqual([[choice, { choices: ['A'] }]])
  expect(await attemptsAt('same-id')).toBe(1)
})

test('another id for a set that is still open gives back the open attempt', async () => {
  const { ana, id } = await begun('open')
  const [again, onceMore] = await Promise.all([
    ana.start({ subject: 'open', id: randomUUID() }, later),
    ana.start({ subject: 'open', id: randomUUID() }, later),
  ])
  expect([again.id, onceMore.id]).toEqual([id, id])
  expect(await attemptsAt('open')).toBe(1)
})

test('after its end the set may be done anew, and a finished id still gives the finished attempt', async () => {
  const { ana, id } = await begun('anew')
  await ana.finish(id, now)
  const second = await ana.start({ subject: 'anew' }, later)
  expect(second.id).not.toBe(id)
  expect(second.answers).toEqual([])
  expect((await ana.start({ subject: 'anew', id }, later)).finishedAt).toBe(new Date(now).toISOString())
})

test('two people have an open attempt each, and the id of one is taken for the other', async () => {
  const { id } = await begun('people')
  const ben = await Candidate.begin(now)
  expect(await refusalOf(ben.start({ subject: 'people', id }, now))).toBe('id-taken')
  expect(await refusalOf(ben.state(id))).toBe('not-found')
  expect((await ben.start({ subject: 'people' }, now)).id).not.toBe(id)
})

test('finishing twice gives the same result, and the first end stays', async () => {
  const { ana, attempt, id } = await begun('twice')
  await ana.answerAll(attempt, now)
  const result = await ana.finish(id, now)
  expect(await ana.finish(id, later)).toEqual(result)
  const state = await ana.state(id)
  expect(state.finishedAt).toBe(new Date(now).toISOString())
  expect(state.result).toEqual(result)
})

test('an attempt that is ended early counts its open questions as unanswered, and does not check in', async () => {
  const { ana, id, choice } = await begun('early')
  await ana.put(id, choice, { choices: ['B'] }, now)
  const result = await ana.finish(id, now)
  expect(result).toMatchObject({ score: 3, maxScore: 25, right: 1, unanswered: 6 })
  expect(result.checkIn).toBeUndefined()
  const told = (await ana.state(id)).answers
  expect(told).toHaveLength(7)
  expect(told.filter((one) => one.feedback?.verdict === 'unanswered')).toHaveLength(6)
})

test('不会 is an answer: 0 points, straight to the explanation, and the day counts', async () => {
  const { ana, attempt, id } = await begun('given-up')
  for (const { id: question } of attempt.questions) {
    const reply = await ana.put(id, question, giveUp, now)
    expect(reply).toMatchObject({
      verdict: 'wrong',
      score: 0,
      explanation: { html: expect.stringContaining('CANARY') },
    })
  }
  const result = await ana.finish(id, now)
  expect(result).toMatchObject({ score: 0, gaveUp: 7, wrong: 7, unanswered: 0, checkIn: { streak: 1 } })
})

test('with feedback at the end nothing is told until then, and everything afterwards', async () => {
  await seedExam(teaCopy('at-end'), new Date(now))
  const ana = await Candidate.begin(now)
  const attempt = await ana.start({ subject: 'at-end', feedback: 'end' }, now)
  const [first] = attempt.questions
  expect(await ana.put(attempt.id, first?.id ?? '', { choices: ['A'] }, now)).toEqual({ saved: true })
  expect((await ana.state(attempt.id)).answers.map((one) => one.feedback)).toEqual([null])
  await ana.finish(attempt.id, now)
  const told = (await ana.state(attempt.id)).answers
  expect(told[0]?.feedback).toMatchObject({ verdict: 'wrong', key: ['B'] })
  expect(told.every((one) => one.feedback !== null)).toBe(true)
})
