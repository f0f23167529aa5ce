import { abandonOld, listAbandoned, listStalled, sweepMedia } from '@/domain/imports/holds/sweep-commands'
import { fileKey, mediaKey, storage } from '../storage/storage'
import { sweepUploaded } from '../uploads/upkeep'
import { workOn } from './work'

const dayMs = 86_400_000

/** Takes up imports whose process has gone. */
export async function resumeImports(now: Date): Promise<void> {
  for (const id of await listStalled(now)) await workOn(id)
}

/** What uploads have left, files of imports that are over, pictures that nothing shows. */
export async function sweepFiles(now: Date): Promise<void> {
  const store = storage()
  await abandonOld(now)
  await sweepUploaded(now)
  const files = (await store.list('imports')).filter(({ changedAt }) => now.getTime() - changedAt.getTime() > dayMs)
  const abandoned = new Set(await listAbandoned(files.map(({ key }) => key.slice(fileKey('').length))))
  for (const { key } of files) if (abandoned.has(key.slice(fileKey('').length))) await store.delete(key)
  for (const hash of await sweepMedia(now)) await store.delete(mediaKey(hash))
}
