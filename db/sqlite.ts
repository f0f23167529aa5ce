import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Handle, Store, Work } from './client'
import { asStoreError, isBusy } from './errors'
import { waitingMark } from './waiting'

/** How long SQLite itself may wait for another process's lock: it blocks the event loop meanwhile. */
const blockingWaitMs = 50
/** How often a write looks whether the lock has become free. */
const lookMs = 3
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

/** Whether the lock was free. */
function tryBegin(begin: Driver.Statement): boolean {
  try {
    begin.run()
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

/** Takes the write lock, waiting for other processes without holding up this one's event loop. */
async function beginImmediate({ begin, mark, patience }: Beginning) {
  const until = performance.now() + patience
  if (tryBegin(begin)) return
  try {
    for (;;) {
      mark.raise()
      await delay(lookMs * (0.5 + Math.random()))
      if (tryBegin(begin)) return
      if (performance.now() > until) begin.run()
    }
  } finally {
    mark.lower()
  }
}
type Beginning = { begin: Driver.Statement; mark: ReturnType<typeof waitingMark>; patience: number }

/**
 * One reader connection and one writer connection on one file. Writes of this process queue up; each is one
 * `BEGIN IMMEDIATE` transaction, so it never fails halfway for a lock it could not upgrade.
 * @param patience milliseconds to wait for another process's lock before the write is refused as busy.
 */
export function openSqlite(file: string, patience = patienceMs): Store {
  mkdirSync(dirname(file), { recursive: true })
  const writer = connect(file, false)
  writer.pragma('busy_timeout = 0')
  const reader = connect(file, true)
  const writing = asHandle(writer)
  const begin = writer.prepare('begin immediate')
  const commit = writer.prepare('commit')
  const rollback = writer.prepare('rollback')
  const mark = waitingMark(file)
  let queue: Promise<unknown> = Promise.resolve()

  async function transact<T>(work: Work<T>): Promise<T> {
    try {
      await beginImmediate({ begin, mark, patience })
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
    standBack: mark.standBack,
    raw: writer,
  }
}
