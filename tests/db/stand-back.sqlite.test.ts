import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { throttles } from '@/db/schema'
import { together } from '../support/processes'

test('who waits for the lock goes before the next transaction of one who has many', async () => {
  const rows = ['many', 'few', 'over'].map((key) => ({ key, count: 0, resetsAt: new Date(0) }))
  await write((tx) => tx.insert(throttles).values(rows))
  const [, waits = []] = await together<number[]>('stand-back', [['many'], ['few']])
  expect(waits).toHaveLength(20)
  // Counted in transactions: one that was under way goes before each write, and hardly ever another. Without standing back
  // it is several each.
  expect(waits.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(30)
})
