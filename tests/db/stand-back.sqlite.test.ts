import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { throttles } from '@/db/schema'
import { together } from '../support/processes'

test('who waits for the lock goes before the next transaction of one who has many', async () => {
  const rows = ['many', 'few', 'over'].map((key) => ({ key, count: 0, resetsAt: new Date(0) }))
  await write((tx) => tx.insert(throttles).values(rows))
  const [, waits = []] = await together<number[]>('stand-back', [['many'], ['few']])
  expect(waits).toHaveLength(20)
  // Counted in transactions, and the middle one: a process that the machine lets wait is no fault of ours.
  const middle = [...waits].sort((a, b) => a - b)[10]
  expect(middle).toBeLessThanOrEqual(3)
})
