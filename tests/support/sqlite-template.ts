import { mkdirSync, rmSync } from 'node:fs'
import Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

/** Of each run its own: another one at the same time would take its databases away. */
export const folder = `.cache/test/${process.env.TEST_RUN ?? process.pid}`
export const template = `${folder}/template.db`

/** One migrated file, copied for each test file. */
export default function setup() {
  mkdirSync(folder, { recursive: true })
  const file = new Driver(template)
  migrate(drizzle(file), { migrationsFolder: 'db/migrations/sqlite' })
  file.close()
  return () => rmSync(folder, { recursive: true, force: true })
}
