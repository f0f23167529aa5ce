import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readApkg } from '@/domain/formats/anki/apkg-reader'
import { readJson } from '@/domain/formats/json/json-reader'
import { readAiken } from '@/domain/formats/moodle/aiken-reader'
import { readGift } from '@/domain/formats/moodle/gift-reader'
import { readMoodleXml } from '@/domain/formats/moodle/moodle-xml-reader'
import { readOlx } from '@/domain/formats/olx/olx-reader'
import { readQti } from '@/domain/formats/qti/qti-reader'
import { readFile } from '@/domain/formats/read'
import { readCsv } from '@/domain/formats/sheets/csv-reader'
import { readXlsx } from '@/domain/formats/sheets/xlsx-reader'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { readText } from '@/domain/formats/text/text-reader'
import { printOf } from '@/domain/imports/recognition/identity'
import { oldCollection, packed } from '../../support/anki-package'
import { checkedOf } from '../../support/bank-trip'
import { encode, options, outcomeOf } from '../../support/hostile-files'

/** A million in the long run. */
const many = process.env.LONG ? 1_000_000 : 100_000
const fill = (piece: string) => piece.repeat(Math.ceil(many / piece.length))

const wrapped = {
  text: [readText, (text: string) => `1. 题干${text}\nA. 甲\nB. 乙\n答案：A`],
  gift: [readGift, (text: string) => `::题::题干 ${text} {=甲 ~乙}`],
  aiken: [readAiken, (text: string) => `题干 ${text}\nA. 甲\nB. 乙\nANSWER: A`],
  csv: [readCsv, (text: string) => `题干,A,B,答案\n"${text.replace(/"/g, '""')}",甲,乙,A`],
  json: [readJson, (text: string) => JSON.stringify([{ question: text, options: ['甲', '乙'], answer: 'A' }])],
  'moodle-xml': [
    readMoodleXml,
    (text: string) =>
      `<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><answer fraction="100"><text>甲</text></answer></question></quiz>`,
  ],
  qti: [
    readQti,
    (text: string) =>
      `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a"><itemBody><p><![CDATA[${text}]]></p></itemBody></assessmentItem>`,
  ],
  olx: [readOlx, (text: string) => `<problem><p><![CDATA[${text}]]></p></problem>`],
} as const

const pieces = {
  ...{ a: 'a', digits: '1', spaces: ' ', lines: '\n', tabs: '\t', stars: '*', underscores: '_', backslashes: '\\' },
  ...{ 'open tags': '<p', 'open braces': '{', 'open brackets': '[', 'open pictures': '![', 'open round': '（' },
  ...{ 'numbers of questions': '\n1. ', options: '\nA. ', keys: '\n答案：', formulas: '$a', 'open formulas': '\\(' },
  ...{
    percent: '%',
    equals: '=',
    tilde: '~',
    entities: '&amp;',
    ampersands: '&',
    quotes: '"',
    ranges: '1-',
    html: '<b>',
  },
}

describe('one thing over and over', () => {
  const cases = Object.keys(wrapped).flatMap((name) => Object.keys(pieces).map((piece) => [name, piece] as const))
  test.each(cases)(
    '%s: %s',
    async (name, piece) => {
      const [reader, wrap] = wrapped[name as keyof typeof wrapped]
      const text = fill(pieces[piece as keyof typeof pieces])
      await outcomeOf(() => reader(encode(wrap(text)), options))
    },
    30_000,
  )
})

const nested = (open: string, close: string, depth = 100_000) => open.repeat(depth) + close.repeat(depth)
const lol = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')

describe('depth and entities', () => {
  test.each([
    ['lists of lists', readJson, nested('[', ']')],
    ['objects of objects', readJson, `[${nested('{"a":', '}')}]`],
    ['elements of elements', readMoodleXml, `<quiz>${nested('<a>', '</a>')}</quiz>`],
    ['elements in QTI', readQti, `<assessmentItem>${nested('<div>', '</div>')}</assessmentItem>`],
    ['elements in OLX', readOlx, `<problem>${nested('<div>', '</div>')}</problem>`],
    ['HTML in a field', readMoodleXml, wrapped['moodle-xml'][1](nested('<div>', '</div>'))],
    ['lists in Markdown', readText, wrapped.text[1](nested('\n> ', ''))],
    ['braces in GIFT', readGift, nested('{', '}')],
    [
      'entities',
      readMoodleXml,
      `<!DOCTYPE quiz [<!ENTITY l0 "lol">${lol}]><quiz><question type="essay"><name>&l12;</name></question></quiz>`,
    ],
    [
      'a file of the machine',
      readQti,
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem>&x;</assessmentItem>',
    ],
    ['a parameter entity', readOlx, '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x">%x;]><problem/>'],
  ])(
    '%s',
    async (_, reader, text) => {
      const outcome = await outcomeOf(() => reader(encode(text), options))
      expect(JSON.stringify(outcome)).not.toMatch(/root:|lollol/)
      await outcomeOf(() => readFile(encode(text), options))
    },
    30_000,
  )

  const word = (body: string) =>
    packed([
      ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
      ['word/document.xml', body],
    ])
  test.each([
    ['nested elements', `<w:document xmlns:w="w"><w:body>${nested('<w:p>', '</w:p>')}</w:body></w:document>`],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><w:document xmlns:w="w"><w:body>&x;</w:body></w:document>'],
    ['no end', '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>1. '],
  ])(
    'a Word file with %s',
    async (_, body) => {
      await outcomeOf(async () => readDocx(await word(body), options))
    },
    30_000,
  )
})

describe('packages', () => {
  const bomb = new Uint8Array(60_000_000)
  const entries = Object.fromEntries(Array.from({ length: 25_000 }, (_, at) => [`${at}.xml`, encode('<a/>')]))
  const unsafe = {
    'a bomb of zeros': zipSync({
      'word/document.xml': bomb,
      'xl/workbook.xml': bomb,
      'imsmanifest.xml': bomb,
      'collection.anki2': bomb,
    }),
    'thousands of entries': zipSync({ ...entries, 'imsmanifest.xml': encode('<manifest/>') }),
    'a name that leaves its folder': zipSync({
      '../../evil.xml': encode('<a/>'),
      'imsmanifest.xml': encode('<manifest/>'),
    }),
  }
  const readers = { docx: readDocx, qti: readQti, apkg: readApkg, xlsx: readXlsx }
  const cases = Object.keys(unsafe).flatMap((name) => Object.keys(readers).map((reader) => [name, reader] as const))
  test.each(cases)(
    '%s for %s is refused',
    async (name, reader) => {
      const bytes = unsafe[name as keyof typeof unsafe]
      const before = process.memoryUsage().rss
      const outcome = await outcomeOf(() => readers[reader as keyof typeof readers](bytes, options))
      expect(outcome).toEqual({ refused: 'FILE_UNSAFE' })
      expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
      const detected = await outcomeOf(() => readFile(bytes, options))
      expect('refused' in detected).toBe(true)
    },
    30_000,
  )
})

describe('scripts and prototypes', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const evil = (text: string) => ({
    text: wrapped.text[1](text),
    gift: wrapped.gift[1](text.replace(/[=~{}#:]/g, '\\$&')),
    aiken: wrapped.aiken[1](text),
    csv: wrapped.csv[1](text),
    json: wrapped.json[1](text),
    'moodle-xml': wrapped['moodle-xml'][1](text),
    olx: wrapped.olx[1](text),
  })
  test.each(Object.keys(evil('')))('%s: a script stays text on a page', async (name) => {
    const { renderBlock } = await import('@/domain/formats/markdown')
    const [reader] = wrapped[name as keyof typeof wrapped]
    const text = evil(script)[name as keyof ReturnType<typeof evil>]
    const outcome = await outcomeOf(() => reader(encode(text), options))
    if (!('reading' in outcome)) return
    for (const { draft } of outcome.reading.questions) {
      for (const field of [draft.stem, draft.explanation, ...draft.options.map((one) => one.text)])
        expect(renderBlock(field)).not.toMatch(/<(script|img)/)
    }
    for (const { content, chapterKey } of checkedOf(outcome.reading))
      if (content) expect(() => printOf({ content, chapterKey, externalId: null })).not.toThrow()
  })

  test.each([
    [
      '[{"__proto__":{"polluted":1},"question":"题干题干","options":["甲","乙"],"answer":"A","constructor":{"prototype":{"polluted":1}}}]',
    ],
    ['{"__proto__":[{"question":"题","answer":"A"}]}'],
    ['[{"question":"题干","options":{"__proto__":"甲","constructor":"乙","A":"丙"},"answer":"__proto__"}]'],
  ])('%s pollutes nothing', async (text) => {
    await outcomeOf(() => readJson(encode(text), options))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an Anki note with such names pollutes nothing', async () => {
    const fields = ['__proto__', 'constructor', 'question']
    const collection = await oldCollection({
      types: { 1: { name: '__proto__', fields } },
      notes: [{ type: 1, fields }],
    })
    const bytes = await packed([
      ['collection.anki2', collection],
      ['media', '{"__proto__": "x.png", "0": "constructor"}'],
    ])
    const outcome = await outcomeOf(() => readApkg(bytes, options))
    expect('reading' in outcome && outcome.reading.questions).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
