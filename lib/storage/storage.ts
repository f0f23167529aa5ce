import { env } from '../env'
import type { Range } from '../http/range'
import { folderStorage } from './folder'
import { s3Storage } from './s3'

/**
 * Where files lie that are no rows: what was uploaded, and pictures. Keys are paths of our own making
 * (`imports/<id>`, `media/<hash>`), never a name that somebody gave. Nothing here is served as it lies. A file appears
 * whole or not at all; what was put is there for whoever asks next, in any process.
 *
 * Every call may throw `StoreRefused`: the disk is full, or the store cannot be reached.
 */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Takes over a file that was written beside the store. */
  adopt(key: string, file: string): Promise<void>
  /** Null when there is none. */
  read(key: string): Promise<Uint8Array | null>
  /**
   * @param range of bytes, both ends included, within the file
   * @returns `bytes` is the size of the whole file; whoever cancels the body closes what it came from
   */
  stream(key: string, range?: Range): Promise<{ bytes: number; body: ReadableStream<Uint8Array> } | null>
  delete(key: string): Promise<void>
  /** Null when there is none. */
  find(key: string): Promise<Stored | null>
  /** Everything in this folder, however deep. */
  list(folder: string): Promise<Stored[]>
}
export type Stored = { key: string; changedAt: Date }

export const fileKey = (importId: string) => `imports/${importId}`
export const resourceKey = (hash: string) => `resources/${hash}`
export const mediaKey = (hash: string) => `media/${hash}`
export const partsFolder = (uploadId: string) => `parts/${uploadId}`
export const partKey = (uploadId: string, part: number) => `${partsFolder(uploadId)}/${part}`

let chosen: Storage | undefined

/** The store that the environment names: S3 where its variables are set, else a folder. */
export function storage(): Storage {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_PATH_STYLE, STORAGE_FOLDER } = env()
  if (!S3_ENDPOINT || !S3_REGION || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) return folderStorage(STORAGE_FOLDER)
  chosen ??= s3Storage({
    ...{ endpoint: S3_ENDPOINT, region: S3_REGION, bucket: S3_BUCKET },
    ...{ accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY, pathStyle: S3_PATH_STYLE === true },
  })
  return chosen
}
