import { deflateRawSync } from 'node:zlib'
import { writeZip } from '@/domain/formats/zip'
import { workbook } from './sheets'

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const typesOf = (parts: Record<string, string>) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(
    parts,
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`

export const pdf = (text = 'tea') => Buffer.from(`%PDF-1.7\n%\u00e2\n${text}\nstartxref\n0\n%%EOF\n`, 'latin1')

/** A file of Word's kind, with these parts beside the document. */
export const docx = async (types: Record<string, string> = {}, parts: Record<string, string> = {}) =>
  Buffer.from(
    await writeZip([
      ['[Content_Types].xml', typesOf({ 'word/document.xml': wordMain, ...types })],
      ['word/document.xml', '<w:document/>'],
      ...Object.entries(parts),
    ]),
  )

export const xlsx = () => Buffer.from(workbook({ 资料: [['茶', '水']] }))

export const zip = async (files: Record<string, string> = { '题目/一.txt': '茶' }) =>
  Buffer.from(await writeZip(Object.entries(files)))

/** Frames of silence: MPEG 1, layer III, 128 kbit/s, 44.1 kHz, 417 bytes each. */
export const mp3 = (frames = 40, tag = Buffer.alloc(0)) =>
  Buffer.concat([
    tag,
    ...Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])),
  ])

/** An ID3 tag of so many bytes behind its head of ten. */
export const id3 = (size: number) =>
  Buffer.concat([
    Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, (size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]),
    Buffer.alloc(size),
  ])

type RawEntry = { name: string; content: Buffer; claimed?: number; flags?: number; mode?: number; crc?: number }

/** A zip of one entry whose headers say whatever a test wants. */
export function rawZip({
  name,
  content,
  claimed = content.length,
  flags = 0x800,
  mode = 0,
  crc = 0,
}: RawEntry): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const named = Buffer.from(name)
  const told = Buffer.alloc(26)
  told.writeUInt16LE(20, 0)
  told.writeUInt16LE(flags, 2)
  told.writeUInt16LE(8, 4)
  told.writeUInt32LE(crc, 10)
  told.writeUInt32LE(packed.length, 14)
  told.writeUInt32LE(claimed, 18)
  told.writeUInt16LE(named.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), told, named, packed])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(mode * 0x10000, 6)
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), told, rest, named])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
