import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { bytesOfPart, missingOf } from '@/domain/uploads/parts'
import type { UploadRow } from '@/domain/uploads/queries'
import { Refusal } from '../errors'
import type { ByteStream } from '../http/body'
import { partKey, partsFolder, storage } from '../storage/storage'
import { uploadsFolder } from '../storage/temporary'

/** The numbers of the parts that are here, in order. */
export async function listParts({ id }: Pick<UploadRow, 'id'>): Promise<number[]> {
  const found = await storage().list(partsFolder(id))
  return found.map(({ key }) => Number(key.split('/').at(-1))).sort((one, other) => one - other)
}

async function* ofLength(bytes: ByteStream, wanted: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.byteLength
    if (size > wanted) break
    yield piece
  }
  if (size !== wanted) throw new Refusal('wrong-length', { detail: `a part of ${wanted} bytes` })
}

/**
 * Takes in a part: it is there once all of it has come, and not before. Sent again, it takes the place of what it was.
 * @throws Refusal `not-found` for a number that the file has no part of, `wrong-length`
 */
export async function receivePart(upload: UploadRow, part: number, bytes: ByteStream): Promise<void> {
  const wanted = bytesOfPart(upload, part)
  if (wanted === null) throw new Refusal('not-found', { detail: `no part ${part}` })
  const file = join(await uploadsFolder(), randomUUID())
  try {
    await pipeline(ofLength(bytes, wanted), createWriteStream(file, { flags: 'wx' }))
    await storage().adopt(partKey(upload.id, part), file)
  } finally {
    await rm(file, { force: true })
  }
}

/** Removes what is here of an upload. */
export async function dropParts({ id }: Pick<UploadRow, 'id'>): Promise<void> {
  const store = storage()
  for (const { key } of await store.list(partsFolder(id))) await store.delete(key)
}

async function* allBytes(upload: UploadRow, parts: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const found = await storage().stream(partKey(upload.id, part))
    if (!found) throw new Refusal('parts-missing', { current: { missing: [part] } })
    yield* found.body as unknown as AsyncIterable<Uint8Array>
  }
}

/** A whole file in a temporary place: whoever asked for it removes it, or has it taken over. */
export type Joined = { path: string; bytes: number; hash: string }

/**
 * Joins the parts of an upload, hashed on the way and never in memory as a whole. The parts stay.
 * @throws Refusal `parts-missing`, with their numbers
 */
export async function joinParts(upload: UploadRow): Promise<Joined> {
  const here = await listParts(upload)
  const missing = missingOf(upload, here)
  if (missing.length > 0) throw new Refusal('parts-missing', { current: { missing } })
  const path = join(await uploadsFolder(), randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      allBytes(upload, here),
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const piece of source) {
          hash.update(piece)
          bytes += piece.byteLength
          yield piece
        }
      },
      createWriteStream(path, { flags: 'wx' }),
    )
    if (bytes !== upload.bytes) throw new Error(`upload ${upload.id}: ${bytes} bytes and not ${upload.bytes}`)
    return { path, bytes, hash: hash.digest('hex') }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
