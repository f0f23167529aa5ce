import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Everything that a run leaves behind lies here until its end. On the project's disk and not in the system's temporary
 * folder, which may be memory, where a durable write costs nothing.
 */
export const folder = join('.cache', `bench-${process.pid}`)
process.chdir(root)
mkdirSync(folder, { recursive: true })
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(130))

export const databaseFile = join(folder, 'bench.db')

// Before anything opens a store: the bench never touches the database that this machine really uses.
Object.assign(process.env, {
  DATABASE_URL: `file:${databaseFile}`,
  STORAGE_FOLDER: join(folder, 'files'),
  AUTH_SECRET: randomBytes(32).toString('hex'),
  PUBLIC_URL: '',
  TRUST_PROXY: '',
  LOG_LEVEL: 'error',
  THROTTLE_FACTOR: '100000',
  HOST: '127.0.0.1',
})
