import { expect, test } from 'vitest'
import { chosenValues, valuesOf } from '@/components/import-mapping/chosen-values'
import { chosenIn, columnsOf, meaningChoices } from '@/components/import-mapping/meanings'
import { cellsOf, isOffending } from '@/components/import-panes/cells'
import { emptyDraft } from '@/domain/formats/draft'
import { finding } from '@/domain/formats/findings'
import type { TableFound } from '@/domain/formats/reading'

const table: TableFound = {
  sheet: 'Sheet1',
  headerRow: 2,
  fingerprint: 'f',
  rows: 9,
  columns: [
    { header: '题干', meaning: { field: 'stem' }, samples: [] },
    { header: '选项C', meaning: { field: 'option', option: 2 }, samples: [] },
    { header: 'C解析', meaning: { field: 'explanation', explanationOf: 2 }, samples: [] },
    { header: '备注', meaning: null, samples: [] },
  ],
}

test('what was recognised is chosen, and says the same when it is sent', () => {
  const chosen = chosenIn([table])
  expect(chosen).toEqual({ f: { 题干: 'stem', 选项C: 'option:2', C解析: 'explanation:2', 备注: '' } })
  expect(columnsOf(chosen)).toEqual({
    f: {
      题干: { field: 'stem' },
      选项C: { field: 'option', option: 2 },
      C解析: { field: 'explanation', explanationOf: 2 },
    },
  })
})

test('no two choices are one', () => {
  expect(new Set(meaningChoices.map((one) => one.value)).size).toBe(meaningChoices.length)
})

test('values go out as what they are, and unchosen ones not at all', () => {
  const chosen = chosenValues({ difficulty: { 难题: 5 }, type: { '1': 'single' } })
  expect(valuesOf({ ...chosen, chapter: { 旧章: '' } })).toEqual({
    type: { '1': 'single' },
    chapter: {},
    subject: {},
    difficulty: { 难题: 5 },
  })
})

test('the cell that a finding speaks of is the offending one', () => {
  const draft = {
    ...emptyDraft,
    stem: '题干',
    options: [
      { text: '一', explanation: '' },
      { text: '', explanation: '' },
    ],
    raw: { 备注: '待定' },
  }
  const cells = cellsOf(draft, '')
  const offending = (code: 'KEY_MISSING' | 'OPTION_EMPTY', params = {}) =>
    cells.filter((one) => isOffending(one, [finding(code, {}, params)])).map((one) => one.key)
  expect(offending('KEY_MISSING')).toEqual(['answer'])
  expect(offending('OPTION_EMPTY', { option: 'B' })).toEqual(['optionB'])
  expect(cells.at(-1)).toMatchObject({ field: '备注', text: '待定', own: true })
})
