import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ReadableStream as WebStream } from 'node:stream/web'
import { env } from '../env'
import type { Range } from '../http/range'

/**
 * Where files lie that are no rows: what was uploaded, and pictures. Keys are paths of our own making
 * (`imports/<id>`, `media/<hash>`), never a name that somebody gave. Nothing here is served as it lies.
 */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Takes over a file that was written beside the store. */
  adopt(key: string, file: string): Promise<void>
  /** Null when there is none. */
  read(key: string): Promise<Uint8Array | null>
  /** @param range of bytes, both ends included */
  stream(key: string, range?: Range): Promise<{ bytes: number; body: ReadableStream<Uint8Array> } | null>
  delete(key: string): Promise<void>
  /** Keys that begin with this folder, with their age. */
  list(folder: string): Promise<{ key: string; changedAt: Date }[]>
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** What `work` gives; null for a file that is not there. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** A store in a folder. A file appears whole or not at all: it is written beside its place and moved there. */
function folderStorage(root: string): Storage {
  const at = (key: string) => {
    const file = resolve(root, key)
    if (!file.startsWith(resolve(root) + sep)) throw new Error(`not a key: ${key}`)
    return file
  }
  const adopt = async (key: string, file: string) => {
    await mkdir(dirname(at(key)), { recursive: true })
    await rename(file, at(key))
  }
  return {
    adopt,
    put: async (key, bytes) => {
      const beside = join(await temporaryFolder(root), key.replaceAll('/', '-'))
      await writeFile(beside, bytes)
      await adopt(key, beside)
    },
    read: (key) => orNull(readFile(at(key))),
    stream: async (key, range) => {
      const found = await orNull(stat(at(key)))
      // Not Readable.toWeb(): when a download is broken off, it throws where nobody can catch it.
      const body = () => WebStream.from(createReadStream(at(key), range)) as ReadableStream<Uint8Array>
      return found && { bytes: found.size, body: body() }
    },
    delete: (key) => rm(at(key), { force: true }),
    list: async (folder) => {
      const entries = (await orNull(readdir(at(folder), { recursive: true, withFileTypes: true }))) ?? []
      const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
      return Promise.all(
        files.map(async (file) => ({
          key: relative(root, file).replaceAll(sep, '/'),
          changedAt: (await orNull(stat(file)))?.mtime ?? new Date(0),
        })),
      )
    },
  }
}

/** On the same disk as the store, so that a file is moved into it and not copied. */
async function temporaryFolder(root: string): Promise<string> {
  const folder = join(root, 'uploads')
  await mkdir(folder, { recursive: true })
  return folder
}

export const fileKey = (importId: string) => `imports/${importId}`
export const resourceKey = (hash: string) => `resources/${hash}`
export const mediaKey = (hash: string) => `media/${hash}`

export const storage = (): Storage => folderStorage(env().STORAGE_FOLDER)
export const uploadsFolder = () => temporaryFolder(env().STORAGE_FOLDER)
