import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Driver from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { databaseOf, downgradeRelease, migrate, thisRelease, upgradeRelease } from '../support/releases'

const done = { code: 0, said: '' }
const releases = readdirSync('db/migrations/sqlite').filter((name) => name.endsWith('.sql')).length

/** The answer to one query, read from a file by a connection of its own. */
function ask(file: string, query: string): unknown {
  const connection = new Driver(file, { readonly: true })
  try {
    return connection.prepare(query).pluck().get()
  } finally {
    connection.close()
  }
}
const hasTable = (file: string, name: string) =>
  ask(file, `select count(*) from sqlite_master where type = 'table' and name = '${name}'`) === 1
const backupsOf = (root: string) => {
  const folder = join(dirname(databaseOf(root)), 'backups')
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}
const applied = 'select count(*) from __drizzle_migrations'

function plant(root: string) {
  const connection = new Driver(databaseOf(root))
  connection.exec("insert into throttles (key, count, resets_at) values ('planted', 7, 0)")
  connection.close()
}
const planted = "select count from throttles where key = 'planted'"

test('a fresh file is migrated, and migrating it again changes nothing', async () => {
  const root = thisRelease()
  expect(await migrate(root)).toEqual(done)
  const file = databaseOf(root)
  expect(hasTable(file, 'attempts')).toBe(true)
  const before = ask(file, applied)
  expect(await migrate(root)).toEqual(done)
  expect(ask(file, applied)).toBe(before)
  expect(backupsOf(root)).toEqual([])
})

test('before a database with data is migrated, it is copied whole', async () => {
  const root = thisRelease()
  await migrate(root)
  plant(root)
  upgradeRelease(root)
  expect(await migrate(root)).toEqual(done)
  expect(hasTable(databaseOf(root), 'of_the_next_release')).toBe(true)
  expect(ask(databaseOf(root), planted)).toBe(7)
  const [backup = '', ...others] = backupsOf(root)
  expect(others).toEqual([])
  expect(ask(backup, 'pragma integrity_check')).toBe('ok')
  expect(ask(backup, planted)).toBe(7)
  expect(hasTable(backup, 'of_the_next_release')).toBe(false)
})

test('a database that a newer release has migrated is refused and left alone', async () => {
  const root = thisRelease()
  upgradeRelease(root)
  await migrate(root)
  plant(root)
  downgradeRelease(root)
  const { code, said } = await migrate(root)
  expect(code).toBe(1)
  expect(said).toContain('newer release')
  expect(ask(databaseOf(root), planted)).toBe(7)
  expect(backupsOf(root)).toEqual([])
})

test('processes that migrate one fresh file at once all succeed', async () => {
  const root = thisRelease()
  expect(await Promise.all([migrate(root), migrate(root)])).toEqual([done, done])
  expect(ask(databaseOf(root), applied)).toBe(releases)
})

test('processes that upgrade one database at once all succeed, and it is upgraded once', async () => {
  const root = thisRelease()
  await migrate(root)
  plant(root)
  upgradeRelease(root)
  // Nobody gets on before all have seen the old schema; the early ones stand at the lock long before the last comes.
  const lock = new Driver(databaseOf(root))
  lock.exec('begin immediate')
  const all = Promise.all([migrate(root), migrate(root), migrate(root), migrate(root)])
  await vi.waitUntil(() => backupsOf(root).length === 4, { timeout: 20_000 })
  lock.exec('rollback')
  lock.close()
  expect(await all).toEqual([done, done, done, done])
  expect(ask(databaseOf(root), applied)).toBe(releases + 1)
  expect(ask(databaseOf(root), planted)).toBe(7)
})
