import { Workbook } from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '@/domain/formats/sheets/csv-reader'
import { writeCsv } from '@/domain/formats/sheets/csv-writer'
import { readXlsx } from '@/domain/formats/sheets/xlsx-reader'
import { writeXlsx } from '@/domain/formats/sheets/xlsx-writer'
import type { Bank } from '@/domain/formats/writing'
import { bankArbitrary, somePictures } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'
import { readBook } from '../../support/sheets'

const options = { fileName: 'bank', limit: 1000 }
const formats = [
  ['xlsx', writeXlsx, readXlsx],
  ['csv', writeCsv, readCsv],
] as const

describe.each(formats)('%s', (_, write, read) => {
  test.each(['zh-CN', 'en'] as const)('what is written is read again, in %s', async (locale) => {
    await fc.assert(
      fc.asyncProperty(bankArbitrary({ wild: true, formulas: true, pictures: true }), async (bank) => {
        const { bytes } = await write(bank, locale)
        const reading = await read(bytes, options)
        expect(actualOf(reading, bank)).toEqual(expectedOf(bank))
        expect(complaints(reading)).toEqual([])
        expect(reading.questions.map(({ draft }) => draft.externalId)).toEqual(
          bank.questions.map(({ id }) => ({ source: 'yilian', id })),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('what looks like a formula, an escape or markup stays what it is', async () => {
    const texts = [
      '=1+1',
      "'=1+1",
      "''@x",
      '+a',
      '_x000D_ 与 _x0041_',
      '<b>&amp;</b>',
      'a\u0007b',
      '𠮷',
      '1',
      '3-4',
      ' x ',
      '\\|\\',
      'A|B',
    ]
    const bank = bankOf(texts)
    const { bytes } = await write(bank, 'zh-CN')
    const { questions } = await read(bytes, options)
    expect(questions.flatMap(({ draft }) => draft.options.map(({ text }) => text))).toEqual(
      texts.flatMap((text) => [text, '其他']),
    )
    expect(questions.flatMap(({ draft }) => draft.topics)).toEqual(texts)
  })

  test('pictures that are not there are told as what a table does not hold', async () => {
    const picture = `![](media:${'a'.repeat(64)})`
    const { losses } = await write(bankOf([picture]), 'en')
    expect(losses).toMatchObject([{ code: 'NOT_HELD', place: { path: 'q0' }, params: { what: 'pictures' } }])
  })
})

function bankOf(texts: string[]): Bank {
  const questions = texts.map((text, at) => ({
    id: `q${at}`,
    chapter: null,
    group: null,
    content: {
      type: 'single' as const,
      stem: `第${at}题`,
      explanation: '',
      sources: [],
      topics: [text],
      difficulty: 3,
      options: [
        { id: 'A', text, explanation: '', weight: 1 },
        { id: 'B', text: '其他', explanation: text, weight: -0.25 },
      ],
      key: ['A'],
    },
  }))
  return { exam: 'e', level: 'l', subject: { slug: 's', title: 'S' }, questions, media: new Map() }
}

test('scores of options, and the words of two chapters with one title', async () => {
  const bank = bankOf(['甲', '乙'])
  const questions = bank.questions.map((one, at) => ({ ...one, chapter: { key: `part-${at}`, title: '概述' } }))
  const { bytes } = await writeXlsx({ ...bank, questions }, 'en')
  const reading = await readBook(bytes)
  expect(reading.dialect).toBe('一练')
  expect(reading.questions.map(({ draft }) => draft.chapter)).toEqual(['part-0', 'part-1'])
  expect(reading.questions[0]?.draft.options.map(({ weight }) => weight)).toEqual([1, -0.25])
})

test('a workbook brings its pictures, each over the text that shows it, and they come back', async () => {
  const [first, second] = somePictures
  const media = new Map(somePictures.map((picture) => [picture.hash, picture]))
  const plain = bankOf([`甲 ![图](media:${first?.hash})`, `![](media:${second?.hash})`])
  const questions = plain.questions.map((one) => ({ ...one, content: { ...one.content, topics: [] } }))
  const bank = { ...plain, questions, media }
  const { bytes, losses } = await writeXlsx(bank, 'zh-CN')
  expect(losses).toEqual([])
  const reading = await readBook(bytes)
  expect([...reading.media.keys()].sort()).toEqual([first?.hash, second?.hash].sort())
  expect(reading.media.get(first?.hash ?? '')?.bytes).toEqual(first?.bytes)
  expect(actualOf(reading, bank)).toEqual(expectedOf(bank))
  const book = new Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  expect(book.worksheets[0]?.getImages().map(({ range }) => range.tl.nativeRow)).toEqual([1, 1, 2, 2])
})

test('a cell that Excel would cut leaves its question out, and says so', async () => {
  const bank = bankOf(['甲', '乙'])
  const topics = Array.from({ length: 600 }, () => '题'.repeat(60))
  const questions = bank.questions.map((one, at) => (at === 0 ? { ...one, content: { ...one.content, topics } } : one))
  const { bytes, losses } = await writeXlsx({ ...bank, questions }, 'zh-CN')
  expect(losses).toMatchObject([{ code: 'LEFT_OUT', place: { path: 'q0' } }])
  expect((await readBook(bytes)).questions).toHaveLength(1)
})
