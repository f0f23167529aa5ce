import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, type Handle, write } from '@/db/client'
import { throttles } from '@/db/schema'

const row = (key: string, count = 0) => ({ key, count, resetsAt: new Date(0) })

async function countOf(key: string, handle: Handle = db()) {
  const [found] = await handle.select().from(throttles).where(eq(throttles.key, key))
  return found?.count
}

const increment = (key: string) =>
  write(async (tx) => {
    const count = (await countOf(key, tx)) ?? 0
    await tx
      .update(throttles)
      .set({ count: count + 1 })
      .where(eq(throttles.key, key))
  })

test('what a write did before it threw is not there afterwards', async () => {
  const failing = write(async (tx) => {
    await tx.insert(throttles).values(row('thrown'))
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  expect(await countOf('thrown')).toBeUndefined()
})

test('a write goes on after one before it has failed', async () => {
  const failing = write(() => Promise.reject(new Error('first')))
  const next = write((tx) => tx.insert(throttles).values(row('after')))
  await expect(failing).rejects.toThrow('first')
  await next
  expect(await countOf('after')).toBe(0)
})

test('a write inside a write is refused, and the outer one undone', async () => {
  const nested = write(async (tx) => {
    await tx.insert(throttles).values(row('outer'))
    await write((inner) => inner.insert(throttles).values(row('inner')))
  })
  await expect(nested).rejects.toThrow('write() inside write()')
  expect(await countOf('outer')).toBeUndefined()
  expect(await countOf('inner')).toBeUndefined()
})

test('writes that come at once are done one after another, in their order', async () => {
  const steps: string[] = []
  const step = (name: string) =>
    write(async (tx) => {
      steps.push(`${name} begins`)
      await countOf('nothing', tx)
      steps.push(`${name} ends`)
    })
  await Promise.all(['first', 'second', 'third'].map(step))
  expect(steps).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

test('a hundred parallel increments lose none', async () => {
  await write((tx) => tx.insert(throttles).values(row('hundred')))
  await Promise.all(Array.from({ length: 100 }, () => increment('hundred')))
  expect(await countOf('hundred')).toBe(100)
})

test('what a write gives back comes to its caller', async () => {
  expect(await write(async () => 'given back')).toBe('given back')
})
