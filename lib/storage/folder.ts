import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { StoreRefused } from '@/db/errors'
import type { Storage } from './storage'
import { webStream } from './web-stream'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

function asRefusal(error: unknown): unknown {
  if (/^(ENOSPC|EDQUOT)$/.test(codeOf(error))) return new StoreRefused('full', { cause: error })
  if (/^(EROFS|EACCES|EPERM)$/.test(codeOf(error))) return new StoreRefused('read-only', { cause: error })
  return error
}

/** @throws StoreRefused for a disk that is full or may not be written to */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asRefusal(error)
  }
}

/** What `work` gives; null for a file that is not there. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return null
    throw asRefusal(error)
  }
}

/** Its bytes reach the disk before it bears its name: what the database names outlives a loss of power. */
async function moveTo(place: string, file: string) {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
  await mkdir(dirname(place), { recursive: true })
  await rename(file, place)
}

async function writeBeside(root: string, bytes: Uint8Array): Promise<string> {
  const folder = join(root, 'uploads')
  await mkdir(folder, { recursive: true })
  const beside = join(folder, randomUUID())
  try {
    await writeFile(beside, bytes)
    return beside
  } catch (error) {
    // What a full disk took of it would keep it full.
    await rm(beside, { force: true })
    throw error
  }
}

/** With Node's 64 KiB a download costs half as much again of the processor; with more, slow readers cost memory. */
const readAtOnce = 256 * 1024

/** A store in a folder: a file is written beside its place and moved there. */
export function folderStorage(root: string): Storage {
  const at = (key: string) => {
    const file = resolve(root, key)
    if (!file.startsWith(resolve(root) + sep)) throw new Error(`not a key: ${key}`)
    return file
  }
  const found = async (file: string) => {
    const known = await orNull(stat(file))
    return known?.isFile() ? known : null
  }
  const storedAt = async (file: string) => {
    const known = await found(file)
    return known && { key: relative(resolve(root), file).replaceAll(sep, '/'), changedAt: known.mtime }
  }
  return {
    adopt: async (key, file) => refusing(moveTo(at(key), file)),
    put: async (key, bytes) => refusing(writeBeside(root, bytes).then((beside) => moveTo(at(key), beside))),
    read: async (key) => orNull(readFile(at(key))),
    stream: async (key, range) => {
      const known = await found(at(key))
      return (
        known && {
          bytes: known.size,
          body: webStream(createReadStream(at(key), { ...range, highWaterMark: readAtOnce }), asRefusal),
        }
      )
    },
    delete: async (key) => refusing(rm(at(key), { force: true })),
    find: async (key) => storedAt(at(key)),
    list: async (folder) => {
      const entries = (await orNull(readdir(at(folder), { recursive: true, withFileTypes: true }))) ?? []
      const files = entries.filter((one) => one.isFile()).map((one) => resolve(one.parentPath, one.name))
      return (await Promise.all(files.map(storedAt))).filter((one) => one !== null)
    },
  }
}
