import { mkdirSync, rmSync } from 'node:fs'
import Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

export const folder = '.cache/test'
export const template = `${folder}/template.db`

/** One migrated file, copied for each test file. */
export default function setup() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = new Driver(template)
  migrate(drizzle(file), { migrationsFolder: 'db/migrations/sqlite' })
  file.close()
}
