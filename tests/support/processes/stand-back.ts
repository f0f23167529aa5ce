import { eq } from 'drizzle-orm'
import { db, store, write } from '@/db/client'
import { throttles } from '@/db/schema'
import { begin } from './begin'

const rowOf = (key: string) => db().select().from(throttles).where(eq(throttles.key, key))
const countOf = async (key: string) => (await rowOf(key))[0]?.count ?? 0
const set = (key: string, count: number) =>
  write((tx) => tx.update(throttles).set({ count }).where(eq(throttles.key, key)))

/** Some milliseconds of work in every transaction, and nothing between two. */
async function many() {
  for (let [count, isOver] = [1, false]; !isOver; count++) {
    await store().standBack?.()
    isOver = await write(async (tx) => {
      for (let look = 0; look < 1000; look++) await tx.select().from(throttles).where(eq(throttles.key, 'many'))
      await tx.update(throttles).set({ count }).where(eq(throttles.key, 'many'))
      const [over] = await tx.select().from(throttles).where(eq(throttles.key, 'over'))
      return over?.count === 1
    })
  }
  return []
}

/** For each of some writes, how many transactions of the other went before it. */
async function few() {
  const waits: number[] = []
  for (let at = 0; at < 20; at++) {
    const before = await countOf('many')
    await set('few', at)
    waits.push((await countOf('many')) - before)
  }
  await set('over', 1)
  return waits
}

await begin((part = '') => (part === 'many' ? many() : few()))
