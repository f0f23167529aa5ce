import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { folder } from './sqlite-template'

const run = promisify(execFile)
type Journal = { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] }

/** A folder to start the command line in: the migrations of this release, and a database of its own. */
export function thisRelease(): string {
  const root = resolve(folder, randomUUID())
  mkdirSync(root, { recursive: true })
  cpSync('db/migrations', join(root, 'db', 'migrations'), { recursive: true })
  return root
}

/** Turns a folder of this release into one of the next, which has one table more. */
export function upgradeRelease(root: string) {
  const migrations = join(root, 'db', 'migrations', 'sqlite')
  const file = join(migrations, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal
  const last = journal.entries.at(-1)
  if (!last) throw new Error('no migrations')
  const tag = '9999_next'
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag })
  writeFileSync(file, JSON.stringify(journal))
  writeFileSync(join(migrations, `${tag}.sql`), 'create table of_the_next_release (id text);')
}

/** Puts the migrations of this release back. */
export const downgradeRelease = (root: string) =>
  cpSync('db/migrations/sqlite', join(root, 'db', 'migrations', 'sqlite'), { recursive: true, force: true })

export const databaseOf = (root: string) => join(root, 'data', 'yilian.db')

/** `yilian migrate` in a folder. Gives exit code and what it said. */
export async function migrate(root: string): Promise<{ code: number; said: string }> {
  const words = ['--import', import.meta.resolve('tsx'), resolve('bin/yilian.ts'), 'migrate']
  const env = { ...process.env, DATABASE_URL: `file:${databaseOf(root)}`, TSX_TSCONFIG_PATH: resolve('tsconfig.json') }
  try {
    const { stderr } = await run(process.execPath, words, { cwd: root, env })
    return { code: 0, said: stderr }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}
