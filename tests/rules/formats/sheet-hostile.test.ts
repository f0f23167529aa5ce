import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { Unreadable } from '@/domain/formats/reading'
import { readBook, readDelimited, readRows, told, workbook } from '../../support/sheets'

const header = ['题型', '题干', '选项A', '选项B', '答案', '解析', '章节', '来源', '采分点', '材料']
const encode = (text: string) => new TextEncoder().encode(text)

async function outcome(read: () => Promise<unknown>) {
  const started = performance.now()
  const result = await read().then(
    () => 'read',
    (error: unknown) => (error instanceof Unreadable ? error.finding.code : error),
  )
  expect(performance.now() - started).toBeLessThan(5000)
  return result
}

describe('hostile tables', () => {
  test('scripts, prototypes and formulas in every cell stay text', async () => {
    for (const text of [
      '<script>alert(1)</script>',
      '__proto__',
      'constructor',
      '=cmd|/c calc',
      '{{7*7}}',
      '\u202Eevil',
    ]) {
      const reading = await readRows([
        [...header, '__proto__', 'toString'],
        [...header.map(() => text), text, text],
      ])
      expect(({} as Record<string, unknown>).evil).toBeUndefined()
      const { draft } = reading.questions[0] ?? {}
      expect(Object.getPrototypeOf(draft ?? {})).toBe(Object.prototype)
      expect(Object.keys(draft?.raw ?? {})).toContain('__proto__')
      expect(JSON.stringify(draft)).not.toContain('"polluted"')
    }
  })

  test('values that were told are own values', async () => {
    const mapping = JSON.parse(
      '{"values": {"type": {"__proto__": "single"}}, "columns": {"__proto__": {"题干": {"field": "raw"}}}}',
    )
    const reading = await readRows([header, ['constructor', '甲', 'x', 'y', 'A']], { mapping })
    expect(reading.questions[0]).toMatchObject({ draft: { type: null }, findings: [{ code: 'TYPE_UNKNOWN' }] })
  })

  const long = 100_000
  test.each([
    ['a', 'a'.repeat(long)],
    ['spaces', ' '.repeat(long)],
    ['letters with spaces', `A${' '.repeat(long)}x`],
    ['separators', '；'.repeat(long)],
    ['labels', 'A. B. '.repeat(long / 6)],
    ['brackets', '（'.repeat(long)],
    ['stars', '*a '.repeat(long / 3)],
    ['dollars', '$a'.repeat(long / 2)],
    ['backslashes', '\\'.repeat(long)],
    ['tags', '<p'.repeat(long / 2)],
    ['open tags', '<b>'.repeat(long / 3)],
    ['lists', `[${'"a",'.repeat(long / 4)}]`],
    ['quotes', `['${"\\'".repeat(long / 2)}`],
    ['digits', '1'.repeat(long)],
    ['underscores', '_ '.repeat(long / 2)],
  ])('long cells of %s', async (_, text) => {
    for (const type of ['单选题', '判断题', '填空题', '数值题', '问答题', '', text])
      expect(
        await outcome(() =>
          readDelimited([header, [type, ...header.slice(1).map(() => text)]].map((row) => row.join('\t')).join('\n')),
        ),
      ).toBe('read')
  })

  test('a million signs, lines, delimiters or quotes', async () => {
    for (const text of ['a', '\n', ',', '"', '""', '题干,答案\n', 'a,"b\n', '；\t']) {
      const found = await outcome(() => readDelimited(text.repeat(1_000_000 / text.length)))
      expect(['read', 'FILE_EMPTY', 'QUOTE_UNCLOSED']).toContain(found)
    }
  })

  const book = workbook({
    题库: [header, ...Array.from({ length: 40 }, (_, at) => ['单选题', `题${at}`, '甲', '乙', 'A'])],
  })
  const old = workbook({ 题库: [header, ['单选题', '题', '甲', '乙', 'A']] }, 'biff8')

  /** The same bytes cut short, and with one bit flipped, at twenty places. */
  const damaged = (bytes: Uint8Array) =>
    Array.from({ length: 20 }, (_, way) => Math.floor((bytes.length * (way + 1)) / 21)).flatMap((at) => [
      bytes.slice(0, at),
      Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0x41 : byte)),
    ])
  const refusals = ['FILE_DAMAGED', 'FILE_EMPTY', 'FILE_UNSAFE']

  test('a workbook cut short or with flipped bits gives the same questions, or none', async () => {
    const whole = told(await readBook(book))
    for (const bytes of damaged(book)) {
      let questions: unknown
      const found = await outcome(async () => {
        questions = told(await readBook(bytes))
      })
      if (found === 'read') expect(questions).toEqual(whole)
      else expect(refusals).toContain(found)
    }
  })

  test('an old workbook cut short or with flipped bits is read or refused', async () => {
    for (const bytes of damaged(old)) expect(['read', ...refusals]).toContain(await outcome(() => readBook(bytes)))
    // The library tells the console of records that it does not know.
    vi.mocked(console.error).mockClear()
  })

  test('workbooks that unpack to too much, or hold no workbook', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': encode('<Types/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
    })
    expect(await outcome(() => readBook(bomb))).toBe('FILE_UNSAFE')
    expect(await outcome(() => readBook(zipSync({ 'xl/nothing.xml': encode('<a/>') })))).toBe('FILE_DAMAGED')
  })
})
