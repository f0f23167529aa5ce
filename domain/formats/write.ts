import type { Bank, ExportFormat, Written } from './writing'

type Writer = (bank: Bank, locale: 'zh-CN' | 'en') => Promise<Written>

/** Writers are loaded when they are needed: some weigh megabytes. */
const writers: Record<ExportFormat, () => Promise<Writer>> = {
  json: async () => (await import('./json/json-writer')).writeJson,
  xlsx: async () => (await import('./sheets/xlsx-writer')).writeXlsx,
  csv: async () => (await import('./sheets/csv-writer')).writeCsv,
  gift: async () => (await import('./moodle/gift-writer')).writeGift,
  aiken: async () => (await import('./moodle/aiken-writer')).writeAiken,
  'moodle-xml': async () => (await import('./moodle/moodle-xml-writer')).writeMoodleXml,
  qti21: async () => (await import('./qti/qti-writer')).writeQti21,
  qti30: async () => (await import('./qti/qti-writer')).writeQti30,
  docx: async () => (await import('./text/docx-writer')).writeDocx,
  apkg: async () => (await import('./anki/apkg-writer')).writeApkg,
}

/** Writes a bank in a format, and tells what that format could not hold. */
export async function writeBank(format: ExportFormat, bank: Bank, locale: 'zh-CN' | 'en'): Promise<Written> {
  const write = await writers[format]()
  return write(bank, locale)
}
