import { finding } from '../findings'
import { pictureOf } from '../media'
import { type Media, Unreadable } from '../reading'
import { readZip } from '../zip'
import { isZstd, unzstd } from './zstd'

/** A deck of pictures has as many entries. */
const mostEntries = 25_000
/** Most bytes that the collection may unpack to, and one picture. */
const largest = { collection: 200_000_000, picture: 50_000_000 }

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes)

/** The newest collection comes first: beside it the older names hold a stub that says to update Anki. */
const collections = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/** Names of media in a package of the new kind: protobuf, `repeated { name = 1 }` under field 1. */
function packedNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  const number = (from: number): [value: number, next: number] => {
    let [value, shift, at] = [0, 0, from]
    for (; at < bytes.length && shift < 35; at++, shift += 7) {
      const byte = bytes[at] ?? 0
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return [value, at + 1]
    }
    return [0, bytes.length]
  }
  for (let at = 0; at < bytes.length; ) {
    const [tag, afterTag] = number(at)
    const [length, start] = number(afterTag)
    if ((tag & 7) !== 2) return names
    if (tag >> 3 === 1) {
      const isName = bytes[start] === 10
      const [size, from] = number(start + 1)
      names.push(isName ? decode(bytes.subarray(from, from + size)) : '')
    }
    at = start + length
  }
  return names
}

function listedNames(bytes: Uint8Array): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(decode(bytes))
    if (typeof parsed !== 'object' || parsed === null) return new Map()
    return new Map(Object.entries(parsed).flatMap(([entry, name]) => (typeof name === 'string' ? [[name, entry]] : [])))
  } catch {
    // A list that cannot be read is none: each picture that a note shows is then told as missing.
    return new Map()
  }
}

/** Pictures by the name that notes show them under, unpacked when they are asked for. */
export class PackedMedia {
  readonly found = new Map<string, Media>()
  private readonly entries: Map<string, string>

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {
    const list = files.get('media')
    if (!list) this.entries = new Map()
    else if (!isZstd(list)) this.entries = listedNames(list)
    else {
      const names = packedNames(unzstd(list, largest.picture, 'media'))
      this.entries = new Map(names.map((name, at) => [name, String(at)]))
    }
  }

  /** The hash of a picture; null when the package has none of that name, or it is no picture. */
  hashOf(src: string): string | null {
    const name = decodeName(src)
    const entry = this.entries.get(name) ?? this.entries.get(src)
    const packed = entry === undefined ? undefined : this.files.get(entry)
    if (!packed || entry === undefined) return null
    const picture = pictureOf(isZstd(packed) ? unzstd(packed, largest.picture, entry) : packed, name)
    if (picture) this.found.set(picture.hash, picture)
    return picture?.hash ?? null
  }
}

function decodeName(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    // A name may hold a bare percent sign.
    return src
  }
}

/** The database of a package, and what lies beside it. @throws Unreadable */
export async function openPackage(bytes: Uint8Array): Promise<{ database: Uint8Array; media: PackedMedia }> {
  const files = await readZip(bytes, { entries: mostEntries })
  const name = collections.find((one) => files.has(one))
  const packed = name === undefined ? undefined : files.get(name)
  if (!packed || name === undefined) throw new Unreadable(finding('FILE_DAMAGED', {}, { seen: 'collection.anki2' }))
  const database = isZstd(packed) ? unzstd(packed, largest.collection, name) : packed
  return { database, media: new PackedMedia(files) }
}
