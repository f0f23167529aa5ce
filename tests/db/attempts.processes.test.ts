import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { answers, attempts, checkIns, mistakes } from '@/db/schema'
import type { FinishView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { createGuest } from '@/domain/users/commands'
import { together } from '../support/processes'
import { teaCopy } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const at = '2030-01-15T17:00:00Z'
type Told = { attempt: string; replies: number; finished: FinishView[] }

async function leftBy(userId: string) {
  const begun = await db().select().from(attempts).where(eq(attempts.userId, userId))
  const ids = begun.map((attempt) => attempt.id)
  return {
    ids,
    answers: await db().$count(answers, eq(answers.attemptId, ids[0] ?? '')),
    checkIns: await db().$count(checkIns, eq(checkIns.userId, userId)),
  }
}

test('one attempt begun, answered and finished from two processes at once is one attempt, answered and counted once', async () => {
  await seedExam(teaCopy('same'), new Date(at))
  const userId = await createGuest('token of same', 'address', new Date(at))
  const id = randomUUID()
  const asked = [userId, id, 'same', at]
  const told = await together<Told>('same-day', [asked, asked])
  for (const one of told) expect(one).toMatchObject({ attempt: id, replies: 14 })
  for (const result of told.flatMap((one) => one.finished)) expect(result).toEqual(told[0]?.finished[0])
  expect(told[0]?.finished[0]).toMatchObject({ gaveUp: 7, spentMs: 49, checkIn: { streak: 1 } })
  expect(await leftBy(userId)).toEqual({ ids: [id], answers: 7, checkIns: 1 })
})

test('two devices that name their attempts differently share the one that came first', async () => {
  await seedExam(teaCopy('two'), new Date(at))
  const userId = await createGuest('token of two', 'address', new Date(at))
  const ids = [randomUUID(), randomUUID()]
  const told = await together<string[]>(
    'starts',
    ids.map((id) => [userId, id, 'two', at]),
  )
  const begun = new Set(told.flat())
  expect(begun.size).toBe(1)
  expect(ids).toContain([...begun][0])
  expect((await leftBy(userId)).ids).toEqual([...begun])
})

test('a chapter begun by two devices at once is one attempt, its answer one mistake', async () => {
  await seedExam(teaCopy('drill'), new Date(at))
  const userId = await createGuest('token of drill', 'address', new Date(at))
  const asked = [randomUUID(), randomUUID()].map((id) => [userId, id, 'drill', at])
  const told = await together<{ attempt: string; question: string }>('drills', asked)
  const [first] = told
  expect(told).toEqual([first, first])
  expect((await leftBy(userId)).ids).toEqual([first?.attempt])
  const book = await db().select().from(mistakes).where(eq(mistakes.userId, userId))
  expect(book).toMatchObject([{ questionId: first?.question, wrongCount: 1, status: 'open' }])
})
