import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Handle, Store, Work } from './client'
import { asStoreError, isBusy } from './errors'

/** How long SQLite itself may wait for another process's lock: it blocks the event loop meanwhile. */
const blockingWaitMs = 50
const patienceMs = 5_000

function connect(file: string, readonly: boolean): Driver.Database {
  const connection = new Driver(file)
  connection.pragma(`busy_timeout = ${blockingWaitMs}`)
  connection.pragma('journal_mode = WAL')
  // better-sqlite3 is compiled to mean NORMAL in WAL mode: an answer shown as saved must survive a power cut.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('secure_delete = ON')
  if (readonly) connection.pragma('query_only = ON')
  return connection
}

const asHandle = (connection: Driver.Database) => drizzle(connection, { casing: 'snake_case' }) as unknown as Handle

/** Takes the write lock, waiting for other processes without holding up this one's event loop. */
async function beginImmediate(begin: Driver.Statement, patience: number) {
  const until = performance.now() + patience
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      begin.run()
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      await delay(pause + Math.random() * pause)
    }
  }
}

/**
 * One reader connection and one writer connection on one file. Writes of this process queue up; each is one
 * `BEGIN IMMEDIATE` transaction, so it never fails halfway for a lock it could not upgrade.
 * @param patience milliseconds to wait for another process's lock before the write is refused as busy.
 */
export function openSqlite(file: string, patience = patienceMs): Store {
  mkdirSync(dirname(file), { recursive: true })
  const writer = connect(file, false)
  const reader = connect(file, true)
  const writing = asHandle(writer)
  const begin = writer.prepare('begin immediate')
  const commit = writer.prepare('commit')
  const rollback = writer.prepare('rollback')
  let queue: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: Work<T>): Promise<T> {
    try {
      await beginImmediate(begin, patience)
      const value = await work(writing)
      commit.run()
      return value
    } catch (error) {
      if (writer.inTransaction) rollback.run()
      throw asStoreError(error)
    }
  }

  return {
    dialect: 'sqlite',
    read: asHandle(reader),
    write: (work) => {
      const turn = queue.then(() => transact(work))
      queue = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      await queue
      reader.close()
      writer.close()
    },
    raw: writer,
  }
}
