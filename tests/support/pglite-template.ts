import { mkdirSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'

export const dump = '.cache/test-pglite/template.tar'

/** One migrated PGlite, dumped, and loaded for each test file. */
export default async function setup() {
  const engine = await PGlite.create()
  await migrate(drizzle(engine), { migrationsFolder: 'db/migrations/postgres' })
  mkdirSync('.cache/test-pglite', { recursive: true })
  writeFileSync(dump, new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer()))
  await engine.close()
}
