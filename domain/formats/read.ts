import { detectFormat } from './detect'
import type { ImportFormat, Reading, ReadOptions } from './reading'

type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Reading>

const qti = async () => (await import('./qti/qti-reader')).readQti
const sheet = async () => (await import('./sheets/xlsx-reader')).readXlsx
const lines = async () => (await import('./text/text-reader')).readText

/** Readers are loaded when they are needed: some weigh megabytes. */
const readers: Record<ImportFormat, () => Promise<Reader>> = {
  xlsx: sheet,
  xls: sheet,
  csv: async () => (await import('./sheets/csv-reader')).readCsv,
  docx: async () => (await import('./text/docx-reader')).readDocx,
  text: lines,
  markdown: lines,
  gift: async () => (await import('./moodle/gift-reader')).readGift,
  aiken: async () => (await import('./moodle/aiken-reader')).readAiken,
  'moodle-xml': async () => (await import('./moodle/moodle-xml-reader')).readMoodleXml,
  qti12: qti,
  qti21: qti,
  qti22: qti,
  qti30: qti,
  apkg: async () => (await import('./anki/apkg-reader')).readApkg,
  json: async () => (await import('./json/json-reader')).readJson,
  olx: async () => (await import('./olx/olx-reader')).readOlx,
  content: async () => (await import('./content/content-reader')).readContentFile,
}

/**
 * Reads a question bank of any kind that is known.
 * @throws Unreadable when the file as a whole cannot be read
 */
export async function readFile(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const read = await readers[detectFormat(bytes, options.fileName)]()
  return read(bytes, options)
}
