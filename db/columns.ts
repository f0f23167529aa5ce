import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * Two small kits of column builders, one per dialect, so that schema.ts is written once.
 * Both are exported under the PostgreSQL types: the builders that we use have the same methods in both dialects,
 * and what differs (storage of booleans, instants and JSON) is settled here.
 */
export const databaseUrl = process.env.DATABASE_URL || 'file:data/yilian.db'
export const dialect = /^postgres(ql)?:/.test(databaseUrl) ? 'postgres' : 'sqlite'

// Keys compare by bytes on both engines; with a linguistic collation, paging by key differs between them.
const bytewise = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

const postgresKit = {
  table: pg.pgTable,
  text: () => bytewise(),
  integer: () => pg.integer(),
  /** A number that the database gives to each new row. */
  serial: () => pg.serial(),
  real: () => pg.doublePrecision(),
  boolean: () => pg.boolean(),
  /** An instant with milliseconds, a `Date` in the code. */
  timestamp: () => pg.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: () => pg.jsonb(),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
}

const sqliteKit = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  serial: () => sqlite.integer(),
  real: () => sqlite.real(),
  boolean: () => sqlite.integer({ mode: 'boolean' }),
  timestamp: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: () => sqlite.text({ mode: 'json' }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
}

const kit = dialect === 'postgres' ? postgresKit : (sqliteKit as unknown as typeof postgresKit)

export const { table, text, integer, serial, real, boolean, timestamp, json, index, uniqueIndex, primaryKey } = kit
