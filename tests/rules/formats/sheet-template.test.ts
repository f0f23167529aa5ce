import { Workbook } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '@/domain/formats/draft'
import { finding } from '@/domain/formats/findings'
import { errorSheet } from '@/domain/formats/sheets/error-sheet'
import { xlsxTemplate } from '@/domain/formats/sheets/template'
import { complaints } from '../../support/bank-trip'
import { codesOf, readBook, readRows, told } from '../../support/sheets'

describe.each(['zh-CN', 'en'] as const)('the template in %s', (locale) => {
  test('is imported without a finding', async () => {
    const reading = await readBook(await xlsxTemplate(locale))
    expect(told(reading).map(([type, , options, key]) => [type, String(options).split('|').length, key])).toEqual([
      ['single', 4, 'A'],
      ['multiple', 5, 'ACE'],
    ])
    expect(complaints(reading)).toEqual([])
    expect(reading.tables).toHaveLength(1)
  })

  test('opens elsewhere, with a list of types to choose from', async () => {
    const book = new Workbook()
    await book.xlsx.load((await xlsxTemplate(locale)).buffer as ArrayBuffer)
    expect(book.worksheets).toHaveLength(2)
    const [questions] = book.worksheets
    expect(questions?.getCell('A2').dataValidation).toMatchObject({ type: 'list' })
    expect(questions?.getCell('A2').numFmt).toBe('@')
    expect(questions?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  })
})

describe('the sheet of what has to be mended', () => {
  const single = {
    ...emptyDraft,
    type: 'single' as const,
    stem: '接案时**首先**应当',
    options: [
      { text: '=接纳', explanation: '' },
      { text: '训斥', explanation: '不尊重' },
    ],
    externalId: { source: 'moodle', id: 'a|1' },
    raw: { 审核人: '赵', __proto__x: '1' },
  }
  const items = [
    {
      position: 17,
      draft: single,
      place: { sheet: 'Sheet1', row: 12, column: 'G' },
      findings: [finding('KEY_MISSING', {})],
    },
    {
      position: 18,
      draft: { ...emptyDraft, type: 'matching' as const, stem: '连一连', raw: { 来源: 'x' } },
      place: { line: 4 },
      findings: [finding('UNSUPPORTED_TYPE', {}), finding('KEY_NOT_UNDERSTOOD', {})],
    },
  ]
  const words = ({ code }: { code: string }) => `请改：${code}`

  test('says what is wrong and where, and hides what is for the machine', async () => {
    const book = new Workbook()
    await book.xlsx.load((await errorSheet(items, words, 'zh-CN')).buffer as ArrayBuffer)
    const sheet = book.worksheets[0]
    const row = (number: number) => [1, 2, 3].map((column) => sheet?.getRow(number).getCell(column).value)
    expect(row(1)).toEqual(['导入序号', '需要修改', '原文位置'])
    expect(row(2)).toEqual(['17', '请改：KEY_MISSING', 'Sheet1!G12'])
    expect(row(3)).toEqual(['18', '请改：UNSUPPORTED_TYPE\n请改：KEY_NOT_UNDERSTOOD', '4'])
    expect([1, 2, 4].map((column) => sheet?.getColumn(column).hidden)).toEqual([true, false, true])
  })

  test.each(['zh-CN', 'en'] as const)('comes back as it was, in %s', async (locale) => {
    const reading = await readBook(await errorSheet(items, words, locale))
    const [first, second] = reading.questions.map(({ draft }) => draft)
    expect(first).toMatchObject({
      type: 'single',
      stem: single.stem,
      options: single.options,
      choices: [],
      externalId: single.externalId,
    })
    expect(Object.values(first?.raw ?? {}).sort()).toEqual(['1', '17', '赵'])
    expect(second?.type).toBe('matching')
    expect(codesOf(reading).sort()).toEqual(['COLUMN_UNKNOWN', 'COLUMN_UNKNOWN', 'UNSUPPORTED_TYPE'])
  })

  test('a key that is filled in counts', async () => {
    const reading = await readBook(await errorSheet(items.slice(0, 1), words, 'zh-CN'))
    const header = reading.tables[0]?.columns.map((column) => column.header) ?? []
    const row = header.map(
      (name) => ({ 题型: '单选题', 题干: '接案', 选项A: '甲', 选项B: '乙', 答案: 'B' })[name] ?? '',
    )
    expect(told(await readRows([header, row]))).toEqual([['single', '接案', '甲|乙', 'B']])
  })
})
