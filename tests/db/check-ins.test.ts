import { expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { makeUpDay } from '@/domain/check-ins/commands'
import { addDays } from '@/domain/exams/day'
import { getProgress } from '@/domain/progress/queries'
import { Refusal } from '@/lib/errors'
import { Candidate } from '../support/candidate'
import { teaCopy } from '../support/tea-copy'

// New York is five hours behind UTC in January: its 15th ends at 05:00 UTC on the 16th.
const seeded = '2030-01-10T17:00:00Z'
const day = '2030-01-15'
const noon = (on: string) => `${on}T17:00:00Z`
const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : error
}

async function candidateOf(name: string) {
  await seedExam(teaCopy(name), new Date(seeded))
  return Candidate.begin(seeded)
}
/** A whole set: begun, every answer given and received, finished. */
async function practise(ana: Candidate, subject: string, when: { begun: string; given?: string; received: string }) {
  const attempt = await ana.start({ subject }, when.begun)
  await ana.answerAll(attempt, when.received, when.given)
  return { id: attempt.id, result: await ana.finish(attempt.id, when.received) }
}
const progressOf = (ana: Candidate, exam: string, now: string) => getProgress(ana.userId, { exam }, new Date(now))

const [at2358, at2359, at0020, at0030, at0031] = [
  '2030-01-16T04:58:00Z',
  '2030-01-16T04:59:00Z',
  '2030-01-16T05:20:00Z',
  '2030-01-16T05:30:00.000Z',
  '2030-01-16T05:30:00.001Z',
]

test.each([
  ['begun 23:58, done 00:20', { begun: at2358, received: at0020 }, true],
  ['begun 23:58, done on the stroke of 00:30', { begun: at2358, received: at0030 }, true],
  ['begun 23:58, done after 00:30', { begun: at2358, received: at0031 }, false],
  [
    'answered 23:59, received 24 hours after the day',
    { begun: at2358, given: at2359, received: '2030-01-17T05:00:00Z' },
    true,
  ],
  [
    'answered 23:59, received later than that',
    { begun: at2358, given: at2359, received: '2030-01-17T05:00:00.001Z' },
    false,
  ],
  ['answered 00:31, received in time', { begun: at2358, given: at0031, received: '2030-01-16T20:00:00Z' }, false],
  ['by a clock that is a year slow', { begun: at2358, given: '2029-01-15T12:00:00Z', received: at0020 }, true],
  ['by a clock that is a year fast', { begun: at2358, given: '2031-01-15T12:00:00Z', received: at0020 }, true],
])('%s', async (words, when, counts) => {
  const ana = await candidateOf(`edge-${words.replaceAll(/\W+/g, '-')}`)
  const { id, result } = await practise(ana, `edge-${words.replaceAll(/\W+/g, '-')}`, when)
  expect(result.checkIn?.on).toBe(counts ? day : undefined)
  expect((await ana.state(id)).on).toBe(day)
})

test('a set begun at 00:05 belongs to the new day', async () => {
  const ana = await candidateOf('after-midnight')
  const { result } = await practise(ana, 'after-midnight', { begun: '2030-01-16T05:05:00Z', received: at0020 })
  expect(result.checkIn).toMatchObject({ on: '2030-01-16', streak: 1 })
})

test('a past day done later never checks in', async () => {
  const ana = await candidateOf('past')
  const attempt = await ana.start({ subject: 'past', on: '2030-01-12' }, noon(day))
  await ana.answerAll(attempt, noon(day))
  expect((await ana.finish(attempt.id, noon(day))).checkIn).toBeUndefined()
  expect((await progressOf(ana, 'past', noon(day))).streak).toEqual({ current: 0, longest: 0, total: 0 })
})

test('doing the day again changes neither its seal nor the streak', async () => {
  const ana = await candidateOf('replay')
  await practise(ana, 'replay', { begun: noon(day), received: noon(day) })
  const before = await progressOf(ana, 'replay', noon(day))
  const again = await ana.start({ subject: 'replay' }, noon(day))
  for (const { id } of again.questions) await ana.put(again.id, id, { giveUp: true }, noon(day))
  expect((await ana.finish(again.id, noon(day))).checkIn).toBeUndefined()
  const after = await progressOf(ana, 'replay', noon(day))
  expect(after.seals).toEqual(before.seals)
  expect(after.streak).toEqual({ current: 1, longest: 1, total: 1 })
})

test('the streak runs over days done, holds through an open today, and ends with a missed day', async () => {
  const ana = await candidateOf('streak')
  for (const on of ['2030-01-11', '2030-01-12', '2030-01-13'])
    await practise(ana, 'streak', { begun: noon(on), received: noon(on) })
  const streakOn = async (on: string) => (await progressOf(ana, 'streak', noon(on))).streak.current
  expect([await streakOn('2030-01-13'), await streakOn('2030-01-14'), await streakOn('2030-01-15')]).toEqual([3, 3, 0])
})

async function missed(ana: Candidate, subject: string, on: string, today: string) {
  const attempt = await ana.start({ subject, on }, noon(today))
  await ana.answerAll(attempt, noon(today))
  await ana.finish(attempt.id, noon(today))
}
const makeUp = (ana: Candidate, exam: string, on: string, today: string) =>
  makeUpDay(ana.userId, exam, on, new Date(noon(today)))

test('a missed day whose set was done since is made up, and joins the streak; two a month, and no more', async () => {
  const ana = await candidateOf('made-up')
  const today = '2030-01-16'
  await practise(ana, 'made-up', { begun: noon(today), received: noon(today) })
  for (const back of [1, 2, 3]) await missed(ana, 'made-up', addDays(today, -back), today)
  expect((await progressOf(ana, 'made-up', noon(today))).makeUps).toEqual({
    left: 2,
    perMonth: 2,
    days: ['2030-01-13', '2030-01-14', '2030-01-15'],
  })
  expect(await makeUp(ana, 'made-up', '2030-01-15', today)).toEqual({ on: '2030-01-15', streak: 2, makeUpsLeft: 1 })
  expect(await makeUp(ana, 'made-up', '2030-01-14', today)).toEqual({ on: '2030-01-14', streak: 3, makeUpsLeft: 0 })
  expect(await refusalOf(makeUp(ana, 'made-up', '2030-01-13', today))).toBe('none-left')
  const after = await progressOf(ana, 'made-up', noon(today))
  expect(after.streak.current).toBe(3)
  expect(after.seals.map((seal) => [seal.on, seal.kind])).toEqual([
    ['2030-01-14', 'made-up'],
    ['2030-01-15', 'made-up'],
    ['2030-01-16', 'done'],
  ])
  expect(after.makeUps).toMatchObject({ left: 0, days: [] })
})

test('a set finished too late on its own day may be made up', async () => {
  const ana = await candidateOf('too-slow')
  await practise(ana, 'too-slow', { begun: at2358, received: at0031 })
  expect(await makeUp(ana, 'too-slow', day, '2030-01-16')).toMatchObject({ on: day, streak: 1 })
})
