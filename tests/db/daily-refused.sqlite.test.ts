import { afterEach, expect, test } from 'vitest'
import { store } from '@/db/client'
import { StoreRefused } from '@/db/errors'
import { startAttempt } from '@/domain/attempts/start-commands'
import { seedExam } from '@/domain/banks/commands'
import { getDailySet } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { createGuest } from '@/domain/users/commands'
import { storedSets } from '../support/days'
import { teaCopy } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const first = '2030-01-15'
const at = (day: string) => new Date(`${day}T17:00:00Z`)
const refuseWrites = (word: 'ON' | 'OFF') => store().raw?.pragma(`query_only = ${word}`)
afterEach(() => {
  refuseWrites('OFF')
})

const begin = (userId: string, subject: string, now: Date) =>
  startAttempt(userId, { id: randomUUID(), mode: 'daily', subject, feedback: 'each' }, { now, seed: '' })

test("while the store refuses, today's set is served, and it is the very set that is stored later", async () => {
  await seedExam(teaCopy('today'), at(first))
  refuseWrites('ON')
  const served = await getDailySet('today', undefined, at(first))
  expect(served.questions).toHaveLength(7)
  expect(await storedSets('today')).toEqual([])
  refuseWrites('OFF')
  expect(await getDailySet('today', undefined, at(first))).toEqual(served)
  expect(await storedSets('today')).toEqual([{ day: first, ids: served.questions.map((one) => one.id) }])
})

test.each([1, 3, 10, 40])('it is so after %i days without a set too', async (days) => {
  const name = `after-${days}`
  await seedExam(teaCopy(name, { choice: 7 }), at(first))
  await getDailySet(name, undefined, at(first))
  const today = addDays(first, days + 1)
  refuseWrites('ON')
  const served = await getDailySet(name, undefined, at(today))
  refuseWrites('OFF')
  await getDailySet(name, undefined, at(today))
  const sets = await storedSets(name)
  expect(sets).toHaveLength(days + 2)
  expect(sets.at(-1)).toEqual({ day: today, ids: served.questions.map((one) => one.id) })
})

test('an attempt is refused while the store refuses, and can be begun as soon as it recovers', async () => {
  await seedExam(teaCopy('begun'), at(first))
  const userId = await createGuest('hash of a token', 'key of an address', at(first))
  refuseWrites('ON')
  const served = await getDailySet('begun', undefined, at(first))
  await expect(begin(userId, 'begun', at(first))).rejects.toBeInstanceOf(StoreRefused)
  refuseWrites('OFF')
  const attempt = await begin(userId, 'begun', at(first))
  expect(attempt.questions).toEqual(served.questions)
})
