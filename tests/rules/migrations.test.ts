import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// drizzle-kit takes a path within the project alone.
mkdirSync('.cache', { recursive: true })
const copies = mkdtempSync(join('.cache', 'migrations-'))
afterAll(() => rmSync(copies, { recursive: true }))

/** All files of a folder with what they hold. */
const held = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  )

test.each([
  ['sqlite', ''],
  ['postgres', 'postgres://generate'],
])('generating again changes nothing for %s', (dialect, url) => {
  const committed = join('db', 'migrations', dialect)
  const copy = join(copies, dialect)
  cpSync(committed, copy, { recursive: true })
  const said = execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate'], {
    env: { ...process.env, DATABASE_URL: url, MIGRATIONS_OUT: copy },
    encoding: 'utf8',
  })
  expect(said).toContain('No schema changes')
  expect(held(copy)).toEqual(held(committed))
})
