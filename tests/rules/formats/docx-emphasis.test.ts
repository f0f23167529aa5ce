import { expect, test } from 'vitest'
import { emphasised, withMarks } from '@/domain/formats/docx/emphasis'

test.each<[[string, string][], string]>([
  [
    [
      ['甲', ''],
      ['粗', 'bi'],
      ['体', 'i'],
      ['乙', ''],
    ],
    '甲***粗**体*乙',
  ],
  [
    [
      ['粗', 'b'],
      ['粗', 'b'],
    ],
    '**粗粗**',
  ],
  [
    [
      ['甲', 'b'],
      ['乙', 'bi'],
      ['丙', 'b'],
    ],
    '**甲*乙*丙**',
  ],
  [
    [
      ['甲 ', 'b'],
      ['乙', ''],
    ],
    '**甲** 乙',
  ],
  [
    [
      ['甲', ''],
      [' 乙', 's'],
    ],
    '甲 ~~乙~~',
  ],
])('%j', (runs, wanted) => {
  expect(emphasised(runs.map(([text, marks]) => withMarks(text, marks)).join(''))).toBe(wanted)
})
