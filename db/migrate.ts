import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Driver from 'better-sqlite3'
import { max } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as postgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { bigint, pgSchema } from 'drizzle-orm/pg-core'
import { Client } from 'pg'
import { type Store, store } from './client'
import { databaseUrl, dialect } from './columns'

type Journal = { entries: { when: number; tag: string }[] }

const migrationsFolder = (of: Store['dialect'] = dialect) => join(process.cwd(), 'db', 'migrations', of)

/** When the newest migration of this release was made (ms since 1970): a schema's version number. */
function newestMigration(of: Store['dialect'] = dialect) {
  const journal = JSON.parse(readFileSync(join(migrationsFolder(of), 'meta', '_journal.json'), 'utf8')) as Journal
  return Math.max(...journal.entries.map((entry) => entry.when))
}

function refuseNewer(applied: number) {
  if (applied > newestMigration())
    throw new Error('the database was migrated by a newer release of Yilian; this one refuses to touch it')
}

function appliedSqlite(raw: Driver.Database) {
  const known = raw.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return 0
  const row = raw.prepare('select max(created_at) as at from __drizzle_migrations').get() as { at: number | null }
  return Number(row.at ?? 0)
}

/** Is the schema the one that this release was made for? */
export async function schemaIsCurrent(): Promise<boolean> {
  const { raw, read } = store()
  if (raw) return appliedSqlite(raw) === newestMigration()
  const journal = pgSchema('drizzle').table('__drizzle_migrations', { at: bigint('created_at', { mode: 'number' }) })
  const [row] = await read.select({ at: max(journal.at) }).from(journal)
  return Number(row?.at ?? 0) === newestMigration()
}

async function upgradeSqlite(raw: Driver.Database) {
  const applied = appliedSqlite(raw)
  refuseNewer(applied)
  if (applied === newestMigration()) return
  if (applied > 0) await backUp(raw, applied)
  const wait = raw.pragma('busy_timeout', { simple: true })
  raw.pragma('busy_timeout = 30000')
  try {
    raw.transaction(applyMigrations).immediate(raw)
  } finally {
    raw.pragma(`busy_timeout = ${wait}`)
  }
}

/**
 * Two processes may start at once: whoever comes second waits for the lock, and then finds nothing to do. Drizzle's own
 * migrator asks what is applied before it takes the lock, and the second would make every table again.
 */
function applyMigrations(raw: Driver.Database) {
  const applied = appliedSqlite(raw)
  refuseNewer(applied)
  raw.exec(
    'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)',
  )
  const note = raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  const missing = readMigrationFiles({ migrationsFolder: migrationsFolder() }).filter(
    (one) => one.folderMillis > applied,
  )
  for (const { sql, hash, folderMillis } of missing) {
    for (const statement of sql) raw.exec(statement)
    note.run(hash, folderMillis)
  }
}

async function backUp(raw: Driver.Database, applied: number) {
  const file = join(dirname(raw.name), 'backups', `before-migration-${applied}-${Date.now()}-${process.pid}.db`)
  mkdirSync(dirname(file), { recursive: true })
  await raw.backup(file)
}

async function upgradePostgres() {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7195310)')
    await client.query('create schema if not exists drizzle')
    const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name")
    if (known.rows[0]?.name) {
      const row = await client.query('select max(created_at) as at from drizzle.__drizzle_migrations')
      refuseNewer(Number(row.rows[0]?.at ?? 0))
    }
    await migratePostgres(postgres(client), { migrationsFolder: migrationsFolder() })
  } finally {
    await client.end()
  }
}

/** Brings the schema up to this release. Copies a SQLite database before it changes it. Throws on a newer schema. */
export async function migrateDatabase() {
  if (!existsSync(migrationsFolder())) throw new Error(`no migrations in ${migrationsFolder()}`)
  const { raw } = store()
  if (raw) await upgradeSqlite(raw)
  else await upgradePostgres()
}
