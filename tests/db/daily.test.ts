import { expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { buildSets, getDailySet } from '@/domain/daily/commands'
import { addDays, daysFrom } from '@/domain/exams/day'
import { Refusal } from '@/lib/errors'
import { returnsOf, storedSets } from '../support/days'
import { retire } from '../support/tables'
import { teaCopy } from '../support/tea-copy'

const first = '2030-01-15'
const at = (day: string) => new Date(`${day}T17:00:00Z`)
const seed = (name: string, counts: Parameters<typeof teaCopy>[1] = {}) => seedExam(teaCopy(name, counts), at(first))
const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : error
}

test("today's set has what the paper asks of each section, numbered, with the paper's points", async () => {
  await seed('paper')
  const set = await getDailySet('paper', undefined, at(first))
  expect(set).toMatchObject({ id: `paper:${first}`, subject: 'paper', on: first })
  expect(set.questions.map(({ number, type, points }) => [number, type, points])).toEqual([
    [1, 'single', 3],
    [2, 'single', 3],
    [3, 'multiple', 4],
    [4, 'true-false', 1],
    [5, 'fill', 2],
    [6, 'numeric', 2],
    [7, 'essay', 10],
  ])
})

test('ten first requests at once get one set, stored once', async () => {
  await seed('once')
  const sets = await Promise.all(Array.from({ length: 10 }, () => getDailySet('once', undefined, at(first))))
  for (const set of sets) expect(set).toEqual(sets[0])
  expect(await storedSets('once')).toEqual([{ day: first, ids: sets[0]?.questions.map((one) => one.id) }])
})

test('the first request after ten missed days stores them all, in day order', async () => {
  await seed('missed')
  await getDailySet('missed', undefined, at(first))
  const today = addDays(first, 11)
  await getDailySet('missed', undefined, at(today))
  const sets = await storedSets('missed')
  expect(sets.map((set) => set.day)).toEqual(daysFrom(first, today))
  // Six single choices, two a day: in whatever order days were built, only day order brings each back on the third.
  const choices = sets.map((set) => set.ids.filter((id) => id.includes('-choice-')))
  expect(new Set(returnsOf(choices))).toEqual(new Set([3]))
})

test.each([
  [6, [3]],
  [7, [3, 4]],
  [12, [6]],
  [13, [6, 7]],
  [2, [1]],
])('with %i questions and two a day, one returns after %j days', async (size, gaps) => {
  const name = `bank-of-${size}`
  await seed(name, { choice: size })
  await buildSets(name, addDays(first, 40), at(first))
  const choices = (await storedSets(name)).map((set) => set.ids.filter((id) => id.includes('-choice-')))
  expect(choices).toHaveLength(41)
  expect(choices.every((ids) => ids.length === 2)).toBe(true)
  expect([...new Set(returnsOf(choices))].sort()).toEqual(gaps)
})

test('a past day is given again exactly as it was, whatever came into the bank since', async () => {
  await seed('again')
  const then = await getDailySet('again', undefined, at(first))
  const today = addDays(first, 5)
  await getDailySet('again', undefined, at(today))
  await seed('again', { choice: 30, several: 9 })
  expect(await getDailySet('again', first, at(today))).toEqual(then)
})

test('neither a coming day nor one before the first has a set', async () => {
  await seed('bounds')
  await buildSets('bounds', addDays(first, 3), at(first))
  expect(await refusalOf(getDailySet('bounds', addDays(first, 1), at(first)))).toBe('not-set')
  expect(await refusalOf(getDailySet('bounds', addDays(first, -1), at(first)))).toBe('not-set')
})

test('the day is that of the exam’s own zone: New York is still on the 14th when it is 04:59 UTC on the 15th', async () => {
  await seedExam(teaCopy('zone'), new Date('2030-01-10T12:00:00Z'))
  expect((await getDailySet('zone', undefined, new Date('2030-01-15T04:59:59Z'))).on).toBe('2030-01-14')
  expect((await getDailySet('zone', undefined, new Date('2030-01-15T05:00:00Z'))).on).toBe('2030-01-15')
})

test('a subject that nobody knows is not found', async () => {
  expect(await refusalOf(getDailySet('no-such-subject', undefined, at(first)))).toBe('not-found')
})

test('a bank without questions has no set', async () => {
  await seedExam({ ...teaCopy('empty'), questions: [] }, at(first))
  expect(await refusalOf(getDailySet('empty', undefined, at(first)))).toBe('not-set')
})

test('a question withdrawn since is shown so marked in the sets that have it', async () => {
  await seed('withdrawn')
  const [gone] = (await getDailySet('withdrawn', undefined, at(first))).questions
  const files = teaCopy('withdrawn')
  await seedExam({ ...files, questions: files.questions.filter((one) => one.id !== gone?.id) }, at(first))
  const set = await getDailySet('withdrawn', undefined, at(first))
  expect(set.questions.filter((one) => one.withdrawn).map((one) => one.id)).toEqual([gone?.id])
  expect(set.questions).toHaveLength(7)
})

test('a withdrawn question is never chosen again', async () => {
  await seed('retired', { choice: 3 })
  await retire('retired-choice-002')
  await buildSets('retired', addDays(first, 9), at(first))
  const used = (await storedSets('retired')).flatMap((set) => set.ids)
  expect(used).not.toContain('retired-choice-002')
})
