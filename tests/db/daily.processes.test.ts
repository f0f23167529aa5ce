import { expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { getDailySet } from '@/domain/daily/commands'
import type { DailySet } from '@/domain/daily/queries'
import { addDays } from '@/domain/exams/day'
import { storedSets } from '../support/days'
import { together } from '../support/processes'
import { teaCopy } from '../support/tea-copy'

const first = '2030-01-15'
const at = (day: string) => `${day}T17:00:00Z`

test('ten first requests at once in each of two processes get one set, stored once', async () => {
  await seedExam(teaCopy('raced'), new Date(at(first)))
  const asked = ['raced', at(first)]
  const sets = (await together<DailySet[]>('first-requests', [asked, asked])).flat()
  expect(sets).toHaveLength(20)
  for (const set of sets) expect(set).toEqual(sets[0])
  expect(await storedSets('raced')).toEqual([{ day: first, ids: sets[0]?.questions.map((one) => one.id) }])
})

test('two processes that catch up on missed days at once store each day once, in day order', async () => {
  await seedExam(teaCopy('missed', { choice: 6 }), new Date(at(first)))
  await getDailySet('missed', undefined, new Date(at(first)))
  const today = addDays(first, 8)
  const asked = ['missed', at(today)]
  const sets = (await together<DailySet[]>('first-requests', [asked, asked])).flat()
  for (const set of sets) expect(set).toEqual(sets[0])
  const stored = await storedSets('missed')
  expect(stored.map((set) => set.day)).toEqual(Array.from({ length: 9 }, (_, index) => addDays(first, index)))
  for (const { ids } of stored) expect(ids).toHaveLength(7)
  expect(stored.at(-1)?.ids).toEqual(sets[0]?.questions.map((one) => one.id))
})
