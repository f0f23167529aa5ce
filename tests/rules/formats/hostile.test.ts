import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readApkg } from '@/domain/formats/anki/apkg-reader'
import { readContentFile } from '@/domain/formats/content/content-reader'
import { readJson } from '@/domain/formats/json/json-reader'
import { readAiken } from '@/domain/formats/moodle/aiken-reader'
import { readGift } from '@/domain/formats/moodle/gift-reader'
import { readMoodleXml } from '@/domain/formats/moodle/moodle-xml-reader'
import { readOlx } from '@/domain/formats/olx/olx-reader'
import { readQti } from '@/domain/formats/qti/qti-reader'
import { readFile } from '@/domain/formats/read'
import type { ImportFormat, Reading, ReadOptions } from '@/domain/formats/reading'
import { readCsv } from '@/domain/formats/sheets/csv-reader'
import { readXlsx } from '@/domain/formats/sheets/xlsx-reader'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { readText } from '@/domain/formats/text/text-reader'
import { damaged, damagedWithin, options, outcomeOf, wholeFiles } from '../../support/hostile-files'

type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Reading>
const readers: Record<ImportFormat, Reader> = {
  ...{ xlsx: readXlsx, xls: readXlsx, csv: readCsv, docx: readDocx, text: readText, markdown: readText },
  ...{ gift: readGift, aiken: readAiken, 'moodle-xml': readMoodleXml, json: readJson, olx: readOlx, apkg: readApkg },
  content: readContentFile,
  ...{ qti12: readQti, qti21: readQti, qti22: readQti, qti30: readQti },
}
const formats = Object.keys(readers) as ImportFormat[]
const packages: ImportFormat[] = ['docx', 'xlsx', 'apkg', 'qti21', 'qti30']

/** Ways of damaging each file; two hundred in the long run. */
const ways = process.env.LONG ? 200 : 40

let files: Map<string, Uint8Array>
const fileOf = (format: ImportFormat) => files.get(format) ?? new Uint8Array()

beforeAll(async () => {
  files = await wholeFiles()
})

describe('every reader', () => {
  test.each(formats)('%s: the whole file is read', async (format) => {
    const outcome = await outcomeOf(() => readFile(fileOf(format), { ...options, fileName: `bank.${format}` }))
    expect('reading' in outcome && outcome.reading.questions.length).toBeGreaterThan(0)
  })

  test.each(formats)(
    '%s: cut short, or with bits flipped, it gives findings or is refused',
    async (format) => {
      for (const bytes of damaged(fileOf(format), ways, 11)) {
        await outcomeOf(() => readers[format](bytes, options))
        await outcomeOf(() => readFile(bytes, options))
      }
      // The library for old workbooks tells the console of records that it does not know.
      if (format === 'xls') vi.mocked(console.error).mockClear()
    },
    120_000,
  )

  test.each(packages)(
    '%s: with one of its files damaged, it gives findings or is refused',
    async (format) => {
      for await (const bytes of damagedWithin(fileOf(format), ways / 2, 23)) {
        await outcomeOf(() => readers[format](bytes, options))
      }
    },
    120_000,
  )

  test.each(formats)(
    '%s: what is another kind of file is no crash',
    async (format) => {
      for (const bytes of files.values()) await outcomeOf(() => readers[format](bytes, options))
    },
    60_000,
  )
})
