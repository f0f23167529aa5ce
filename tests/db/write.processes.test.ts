import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { throttles } from '@/db/schema'
import { together } from '../support/processes'

const countOf = async (key: string) => (await db().select().from(throttles).where(eq(throttles.key, key)))[0]?.count

test('a hundred increments from two processes lose none', async () => {
  await write((tx) => tx.insert(throttles).values({ key: 'shared', count: 0, resetsAt: new Date(0) }))
  await together('increments', [
    ['shared', '50'],
    ['shared', '50'],
  ])
  expect(await countOf('shared')).toBe(100)
})

test('a read beside an open write sees only what is committed', async () => {
  let inserted = () => {}
  let mayCommit = () => {}
  const isInserted = new Promise<void>((resolve) => {
    inserted = resolve
  })
  const gate = new Promise<void>((resolve) => {
    mayCommit = resolve
  })
  const writing = write(async (tx) => {
    await tx.insert(throttles).values({ key: 'open', count: 1, resetsAt: new Date(0) })
    inserted()
    await gate
  })
  await isInserted
  expect(await countOf('open')).toBeUndefined()
  mayCommit()
  await writing
  expect(await countOf('open')).toBe(1)
})
