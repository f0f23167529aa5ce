import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env'
import { folderStorage } from './folder'

const dayMs = 86_400_000
const folder = 'uploads'

/**
 * Where a file lies until it is whole, whichever store it goes to then. On the same disk as the store in a folder, so that
 * it is moved into it and not copied.
 */
export async function uploadsFolder(): Promise<string> {
  const at = join(env().STORAGE_FOLDER, folder)
  await mkdir(at, { recursive: true })
  return at
}

/** Removes what a process that died has left there. */
export async function sweepUploads(now: Date): Promise<void> {
  const here = folderStorage(env().STORAGE_FOLDER)
  for (const { key, changedAt } of await here.list(folder))
    if (now.getTime() - changedAt.getTime() > dayMs) await here.delete(key)
}
