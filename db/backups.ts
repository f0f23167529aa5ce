import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { store } from './client'

/** Copies made before a migration hold people who have left since: they go after so many days. */
const backupDays = 30

/** Removes the copies that are older. */
export async function dropOldBackups(now: Date): Promise<void> {
  const { raw } = store()
  if (!raw) return
  const folder = join(dirname(raw.name), 'backups')
  const files = await readdir(folder).catch(missing)
  for (const name of files.filter((one) => /^before-migration-.*\.db$/.test(one))) {
    const { mtime } = await stat(join(folder, name))
    if (now.getTime() - mtime.getTime() > backupDays * 86_400_000) await rm(join(folder, name), { force: true })
  }
}

function missing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
