import { AsyncLocalStorage } from 'node:async_hooks'
import { fileURLToPath } from 'node:url'
import type Driver from 'better-sqlite3'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { databaseUrl, dialect } from './columns'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'

/** The builders that exist, and mean the same, in both dialects. */
export type Handle = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'>
export type Work<T> = (tx: Handle) => Promise<T>

export type Store = {
  dialect: 'sqlite' | 'postgres'
  read: Handle
  write: <T>(work: Work<T>) => Promise<T>
  close: () => Promise<void>
  /** Lets writers of other processes go first, for those who write one transaction after another. SQLite only. */
  standBack?: () => Promise<void>
  /** SQLite only: the writer's own connection, for migrations, backups and probes. */
  raw?: Driver.Database
}

// Next loads this module once per bundle: the handles live on globalThis, so that a process has one writer.
const shared = globalThis as { yilianStore?: Store }
const inWrite = new AsyncLocalStorage<true>()

export function store(): Store {
  shared.yilianStore ??= dialect === 'postgres' ? openPostgres(databaseUrl) : openSqlite(sqliteFile(databaseUrl))
  return shared.yilianStore
}

/** Puts another store in place of the one that DATABASE_URL names (tests: PGlite), or none. */
export function useStore(other: Store | undefined) {
  shared.yilianStore = other
}

function sqliteFile(url: string) {
  return url.startsWith('file:///') ? fileURLToPath(url) : url.replace(/^file:/, '')
}

/** The handle for reads. */
export const db = (): Handle => store().read

/**
 * The only way to change anything: one transaction. Inside, use `tx` alone and await nothing but it;
 * `work` may run twice (PostgreSQL retries a clash), so it has no side effects.
 * @throws StoreRefused when the store is full, read-only, busy for 5 s, or unreachable.
 */
export function write<T>(work: Work<T>): Promise<T> {
  if (inWrite.getStore()) throw new Error('write() inside write(): pass tx on instead')
  return store().write((tx) => inWrite.run(true, () => work(tx)))
}

const statements = new WeakMap<Handle, Map<string, unknown>>()

/** A statement built once per handle and name: building a query costs more than running it. */
export function prepared<S>(handle: Handle, name: string, build: (handle: Handle) => { prepare(name: string): S }): S {
  const known = statements.get(handle) ?? new Map<string, unknown>()
  statements.set(handle, known)
  const statement = (known.get(name) as S | undefined) ?? build(handle).prepare(name)
  known.set(name, statement)
  return statement
}
