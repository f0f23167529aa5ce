import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { users } from '@/db/schema'
import { together } from '../support/processes'
import { randomUUID } from '../support/world'

test('three admins who disable each other in a ring, from three processes at once, never leave none', async () => {
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const rows = ids.map((id) => ({ id, kind: 'member' as const, role: 'admin' as const, createdAt: new Date() }))
  await write((tx) => tx.insert(users).values(rows))
  const pairs = ids.map((id, at) => [id, ids[(at + 1) % ids.length] ?? ''])
  const outcomes = await together<string>('disable', pairs)
  const left = await db().$count(users, and(eq(users.role, 'admin'), isNull(users.disabledAt)))
  const done = outcomes.filter((outcome) => outcome === 'disabled').length
  // Whoever was disabled meanwhile may not act any more; the last one cannot be disabled.
  expect(outcomes.filter((outcome) => !['disabled', 'forbidden', 'last-admin'].includes(outcome))).toEqual([])
  expect([left >= 1, left]).toEqual([true, ids.length - done])
})
