import { crc32 } from 'node:zlib'
import { type Entry, open, type ZipFile } from 'yauzl'
import { Refusal } from '../../errors'

/** What a zip may unpack to, counted in the bytes that really come out: more than so many times its size only up to `anyway`. */
const limits = { entries: 5000, bytes: 1024 ** 3, ratio: 100, anyway: 50 * 1024 * 1024 }
/** Where an office file says what its parts are. */
const typesName = '[Content_Types].xml'
const longestTypes = 1024 * 1024

/** What is in a zip: its names, and, for an office file, what it says of its parts. */
export type Contents = { names: string[]; types: string | null }

const unsafe = (detail: string) => new Refusal('file-unsafe', { detail })
const badName = /invalid relative path|absolute path|invalid characters in fileName/

/** What yauzl throws, by what it means. */
function refused(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new Refusal(badName.test(detail) ? 'file-unsafe' : 'file-damaged', { detail, cause: error })
}

const opened = (path: string) =>
  new Promise<ZipFile>((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(refused(error)) : resolve(zip),
    ),
  )

/** A link on Unix: whoever unpacks it may write wherever it leads. */
const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

function requirePlain(entry: Entry) {
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw unsafe(`${entry.fileName} is under a password`)
  if (isLink(entry)) throw unsafe(`${entry.fileName} is a link`)
}

type Unpacked = { bytes: number; text: string }

/** Unpacks an entry to nowhere, and gives up as soon as more comes out than may. */
function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Unpacked> {
  const isTypes = entry.fileName === typesName
  const most = isTypes ? Math.min(room, longestTypes) : room
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(refused(error))
      const kept: Buffer[] = []
      let [bytes, sum] = [0, 0]
      stream.on('data', (piece: Buffer) => {
        bytes += piece.length
        sum = crc32(piece, sum)
        if (isTypes) kept.push(piece)
        if (bytes > most) stream.destroy(unsafe(`${entry.fileName} unpacks to too much`))
      })
      stream.on('error', (failure) => reject(refused(failure)))
      stream.on('end', () =>
        sum === entry.crc32
          ? resolve({ bytes, text: Buffer.concat(kept).toString('utf8') })
          : reject(refused(new Error(`${entry.fileName}: checksum`))),
      )
    }),
  )
}

/** Calls `take` for one entry after another. */
function eachEntry(zip: ZipFile, take: (entry: Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('end', resolve)
    zip.on('error', (error) => reject(refused(error)))
    zip.on('entry', (entry: Entry) => take(entry).then(() => zip.readEntry(), reject))
    zip.readEntry()
  })
}

/**
 * Goes through a zip from its first entry to its last: names stay in their folder, nothing is under a password or a link,
 * and what comes out has the size and the checksum that the zip tells of, and is not too much.
 * @throws Refusal `file-unsafe`, `file-damaged`
 */
export async function checkZip(path: string): Promise<Contents> {
  const zip = await opened(path)
  const contents: Contents = { names: [], types: null }
  const all = Math.min(limits.bytes, Math.max(limits.anyway, zip.fileSize * limits.ratio))
  let total = 0
  try {
    if (zip.entryCount > limits.entries) throw unsafe(`${zip.entryCount} entries`)
    await eachEntry(zip, async (entry) => {
      requirePlain(entry)
      contents.names.push(entry.fileName)
      if (entry.fileName.endsWith('/')) return
      const { bytes, text } = await unpack(zip, entry, all - total)
      total += bytes
      if (entry.fileName === typesName) contents.types = text
    })
    return contents
  } finally {
    zip.close()
  }
}
