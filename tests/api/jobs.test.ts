import { expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { todayOf } from '@/domain/exams/queries'
import { takeLease } from '@/lib/jobs'
import { storedSets } from '../support/days'
import { teaCopy } from '../support/tea-copy'

const noon = new Date('2030-01-15T17:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

test('of several processes that ask at once one gets the lease', async () => {
  const asked = ['a', 'b', 'c', 'd'].map((holder) => takeLease('at once', 60, noon, holder))
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
})

test('its holder renews a lease, and keeps the others out by it', async () => {
  expect(await takeLease('renewed', 60, noon, 'a')).toBe(true)
  expect(await takeLease('renewed', 60, after(50), 'a')).toBe(true)
  expect(await takeLease('renewed', 60, after(100), 'b')).toBe(false)
})

test('a lease whose holder is gone is taken over when it has run out, not before', async () => {
  expect(await takeLease('left', 60, noon, 'a')).toBe(true)
  expect(await takeLease('left', 60, after(59), 'b')).toBe(false)
  expect(await takeLease('left', 60, after(60), 'b')).toBe(true)
  expect(await takeLease('left', 60, after(61), 'a')).toBe(false)
})

test('leases of different jobs have nothing to do with each other', async () => {
  expect(await takeLease('one job', 60, noon, 'a')).toBe(true)
  expect(await takeLease('another job', 60, noon, 'b')).toBe(true)
})

test("tomorrow's sets are built today, once, however often it is done", async () => {
  const files = teaCopy('ahead')
  await seedExam(files, noon)
  const tomorrow = addDays(todayOf(files.exam, noon).today, 1)
  expect(await buildSets('ahead', tomorrow, noon)).toEqual(['2030-01-15', '2030-01-16'])
  expect(await buildSets('ahead', tomorrow, noon)).toEqual([])
  expect((await storedSets('ahead')).map((set) => set.day)).toEqual(['2030-01-15', '2030-01-16'])
})
