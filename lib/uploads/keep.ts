import { rm } from 'node:fs/promises'
import { type FileFormat, largestFiles } from '@/domain/resources/formats'
import type { UploadRow } from '@/domain/uploads/queries'
import { Refusal } from '../errors'
import { log } from '../log'
import { resourceKey, storage } from '../storage/storage'
import { formatOf } from './kinds/kind'
import { dropParts, joinParts } from './parts'

type Kept = { hash: string; bytes: number; format: FileFormat }

/**
 * Makes one file of an upload, whose type is told by its content, and stores it; then `save` notes what it has become, and
 * the upload is over. When anything fails before that, the upload stays as it was, and a file that nothing names is swept.
 * @throws Refusal `parts-missing`, `file-unknown`, `file-damaged`, `file-unsafe`, `too-large`
 */
export async function keepUpload<T>(upload: UploadRow, save: (file: Kept) => Promise<T>): Promise<T> {
  const { path, hash, bytes } = await joinParts(upload)
  try {
    const format = await formatOf(path)
    if (bytes > largestFiles[format]) throw new Refusal('too-large')
    await storage().adopt(resourceKey(hash), path)
    const saved = await save({ hash, bytes, format })
    await dropParts(upload).catch((error: unknown) =>
      log().warn({ upload: upload.id, err: error }, 'the parts of an upload stay until they are swept'),
    )
    return saved
  } finally {
    await rm(path, { force: true })
  }
}
