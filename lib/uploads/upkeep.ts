import { listUnnamed } from '@/domain/resources/desk/edition-commands'
import { forgetOldUploads } from '@/domain/uploads/commands'
import { listOpenUploads } from '@/domain/uploads/queries'
import { type Stored, storage } from '../storage/storage'
import { sweepUploads } from '../storage/temporary'

const dayMs = 86_400_000

const isOld = ({ changedAt }: Stored, now: Date) => now.getTime() - changedAt.getTime() > dayMs
const lastOf = ({ key }: Stored) => key.split('/').at(-1) ?? ''

/** Parts that belong to no upload. They are listed before the uploads are: an upload is there before its first part is. */
async function sweepParts() {
  const store = storage()
  const parts = await store.list('parts')
  const open = await listOpenUploads()
  for (const { key } of parts) if (!open.has(key.split('/')[1] ?? '')) await store.delete(key)
}

/** Files that no edition names, a day after they came: before that, one may be about to. */
async function sweepResources(now: Date) {
  const store = storage()
  const old = (await store.list('resources')).filter((one) => isOld(one, now))
  const unnamed = new Set(await listUnnamed(old.map(lastOf)))
  for (const one of old.filter((file) => unnamed.has(lastOf(file)))) {
    // The same bytes may have come again since they were listed: then the file is young.
    const still = await store.find(one.key)
    if (still && isOld(still, now) && (await listUnnamed([lastOf(one)])).length > 0) await store.delete(one.key)
  }
}

/** Uploads that nobody went on with for a day, and whatever they and processes that died have left. */
export async function sweepUploaded(now: Date): Promise<void> {
  await sweepUploads(now)
  await forgetOldUploads(now)
  await sweepParts()
  await sweepResources(now)
}
