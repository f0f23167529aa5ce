import { eq, sql } from 'drizzle-orm'
import { write } from '@/db/client'
import { throttles } from '@/db/schema'
import { begin } from './begin'

/** Reads, adds one in the code, and writes back: whatever is not isolated loses some. */
const increment = (key: string) =>
  write(async (tx) => {
    const [row] = await tx.select({ count: throttles.count }).from(throttles).where(eq(throttles.key, key))
    await tx
      .update(throttles)
      .set({ count: sql`${(row?.count ?? 0) + 1}` })
      .where(eq(throttles.key, key))
  })

await begin((key = '', times = '') => Promise.all(Array.from({ length: Number(times) }, () => increment(key))))
