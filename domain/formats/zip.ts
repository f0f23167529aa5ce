import { zipSync } from 'fflate'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { crc32 } from './crc32'
import { finding } from './findings'
import { Unreadable } from './reading'

/** What a package may unpack to, counted in the bytes that really come out, whatever its headers claim. */
const limits = { entries: 2000, entryBytes: 50_000_000, allBytes: 200_000_000, ratio: 100 }
/** A small file of blanks packs better than any bomb needs to: the ratio counts only beyond this. */
const ratioFromBytes = 1_000_000

const unsafe = (seen: string, path = '') => new Unreadable(finding('FILE_UNSAFE', path ? { path } : {}, { seen }))
const badName = /invalid relative path|absolute path|invalid characters in fileName/

function refused(error: unknown, path = ''): Unreadable {
  if (error instanceof Unreadable) return error
  const seen = error instanceof Error ? error.message : String(error)
  if (badName.test(seen)) return unsafe(seen)
  return new Unreadable(finding('FILE_DAMAGED', path ? { path } : {}, { seen }), { cause: error })
}

const open = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(refused(error)) : resolve(zip)),
    ),
  )

/** Reads one entry, and gives up as soon as more comes out than may. */
function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  const most = Math.min(limits.entryBytes, room)
  const byRatio = Math.max(ratioFromBytes, entry.compressedSize * limits.ratio)
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(refused(error, entry.fileName))
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size > most || size > byRatio) {
          stream.destroy()
          reject(unsafe(`${size} B`, entry.fileName))
        }
      })
      stream.on('error', (failure) => reject(refused(failure, entry.fileName)))
      stream.on('end', () => {
        const content = new Uint8Array(Buffer.concat(parts))
        if (crc32(content) === entry.crc32) resolve(content)
        else reject(refused(new Error('checksum'), entry.fileName))
      })
    })
  })
}

/**
 * The files of a zip by name, folders left out. Formats that have a file for each question name their own limit of
 * `entries`. Throws Unreadable FILE_UNSAFE for what unpacks to too much or leaves its
 * folder, FILE_DAMAGED for what is no whole zip.
 */
export async function readZip(
  bytes: Uint8Array,
  { entries = limits.entries }: { entries?: number } = {},
): Promise<Map<string, Uint8Array>> {
  const zip = await open(bytes)
  if (zip.entryCount > entries) throw unsafe(`${zip.entryCount} entries`)
  const files = new Map<string, Uint8Array>()
  const all = Math.min(limits.allBytes, Math.max(ratioFromBytes, bytes.length * limits.ratio))
  let total = 0
  await new Promise<void>((resolve, reject) => {
    const take = async (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) {
        const content = await unpack(zip, entry, all - total)
        total += content.length
        files.set(entry.fileName, content)
      }
      zip.readEntry()
    }
    zip.on('end', resolve)
    zip.on('error', (error) => reject(refused(error)))
    zip.on('entry', (entry: Entry) => take(entry).catch(reject))
    zip.readEntry()
  }).finally(() => zip.close())
  return files
}

const encoder = new TextEncoder()

/** A zip of these files, the same bytes for the same content whenever it is made. */
export async function writeZip(
  entries: readonly (readonly [string, Uint8Array | string])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const files = entries.map(([name, content]) => {
    const data = typeof content === 'string' ? encoder.encode(content) : content
    return [name, [data, { mtime: '1980-01-01T12:00:00' }]] as const
  })
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0])
}
