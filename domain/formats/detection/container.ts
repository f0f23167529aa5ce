import { finding } from '../findings'
import { type ImportFormat, Unreadable } from '../reading'

const starts = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** As many names of a zip's central directory as tell its kind; nothing is unpacked, and what is damaged ends the list. */
const mostNames = 5000

/** The names of a zip's entries, by its central directory alone. */
function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const stop = Math.max(0, bytes.length - 22 - 65_535)
  while (end >= stop && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < stop) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (names.length < mostNames && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function inZip(bytes: Uint8Array): ImportFormat {
  const names = namesInZip(bytes)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (names.length === 0) throw new Unreadable(finding('FILE_DAMAGED', {}, { seen: 'zip' }))
  if (has(/^word\/document\d*\.xml$/)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  if (has(/^collection\.anki2(1b?)?$/)) return 'apkg'
  if (has(/(^|\/)(problem|library)\/[^/]+\.xml$|(^|\/)(library|course)\.xml$/)) return 'olx'
  if (has(/(^|\/)imsmanifest\.xml$/i)) return 'qti21'
  if (has(/\.(xml|qti)$/i)) return 'qti12'
  throw new Unreadable(finding('FORMAT_UNKNOWN', {}, { seen: 'zip' }))
}

/** An OLE file names its streams in UTF-16: a workbook, a Word document, or an encrypted file of today. */
function inCompound(bytes: Uint8Array): ImportFormat {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  if (names.includes('EncryptedPackage')) throw new Unreadable(finding('FILE_DAMAGED', {}, { seen: 'encrypted' }))
  if (/Workbook\0|Book\0/.test(names)) return 'xls'
  if (names.includes('WordDocument')) throw new Unreadable(finding('FORMAT_OLD_WORD', {}, { seen: '.doc' }))
  throw new Unreadable(finding('FORMAT_UNKNOWN', {}, { seen: 'OLE' }))
}

/** Files of bytes by what they begin with; null for what may be text. */
export function containerFormat(bytes: Uint8Array): ImportFormat | null {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return inZip(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return inCompound(bytes)
  // BIFF 2 to 8 without a container.
  if (starts(bytes, [0x09, 0x08]) || starts(bytes, [0x09, 0x04]) || starts(bytes, [0x09, 0x02])) return 'xls'
  if (starts(bytes, [0x1f, 0x8b])) return 'olx'
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    throw new Unreadable(finding('FORMAT_OLD_WORD', {}, { seen: 'RTF' }))
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) throw new Unreadable(finding('FORMAT_UNKNOWN', {}, { seen: 'PDF' }))
  return null
}
