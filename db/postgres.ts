import { setTimeout as delay } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type { Handle, Store, Work } from './client'
import { asStoreError, isRetryable, isTaken } from './errors'

/** How long a write that clashes with others is tried again before it is refused as busy. */
const patienceMs = 5_000
/** A key that is still taken after so many tries is taken for good. */
const lastTry = 3

/** What any engine that speaks PostgreSQL's protocol needs of us: serializable transactions, tried again when they clash. */
export function serializable(
  read: Handle,
  transaction: <T>(work: Work<T>) => Promise<T>,
  close: () => Promise<void>,
): Store {
  async function write<T>(work: Work<T>): Promise<T> {
    const until = performance.now() + patienceMs
    // Clashes do not count towards it: they may come before, and say nothing of the key.
    let taken = 0
    for (let attempt = 1; ; attempt++) {
      try {
        return await transaction(work)
      } catch (error) {
        const mayPass = isRetryable(error) || (isTaken(error) && ++taken < lastTry)
        if (!mayPass || performance.now() > until) throw asStoreError(error)
        await delay(Math.random() * 5 * 2 ** Math.min(attempt, 6))
      }
    }
  }
  return { dialect: 'postgres', read, write, close }
}

export function openPostgres(url: string): Store {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 })
  const db = drizzle(pool, { casing: 'snake_case' })
  return serializable(
    db as Handle,
    (work) => db.transaction((tx) => work(tx as unknown as Handle), { isolationLevel: 'serializable' }),
    () => pool.end(),
  )
}
