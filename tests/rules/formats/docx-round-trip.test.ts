import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocx } from '@/domain/formats/text/docx-reader'
import { writeDocx } from '@/domain/formats/text/docx-writer'
import type { Bank } from '@/domain/formats/writing'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

const locales = ['zh-CN', 'en'] as const

/** A blank is shown alike however wide it was written. */
const blanked = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/（[\s\u3000]*）/g, '（　）'))

test('every type comes back, with groups, pictures, formulas and everything that is known of a question', async () => {
  await fc.assert(
    fc.asyncProperty(
      bankArbitrary({ wild: true, formulas: true, pictures: true }),
      fc.constantFrom(...locales),
      async (bank, locale) => {
        const { bytes, losses } = await writeDocx(bank, locale)
        const reading = await readDocx(bytes, { fileName: 'x.docx', limit: 1000 })
        expect(complaints(reading)).toEqual([])
        expect(blanked(actualOf(reading, bank))).toEqual(blanked(expectedOf(bank)))
        expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
          bank.questions.map(({ id }) => ({ source: 'yilian', id })),
        )
        for (const [hash, picture] of reading.media) expect(bank.media.get(hash)?.bytes).toEqual(picture.bytes)
        expect(losses.filter((one) => one.params.what !== 'formatting')).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

const bankOf = (stem: string, explanation: string): Bank => ({
  exam: 'x',
  level: 'x',
  subject: { slug: 'x', title: '实务' },
  questions: [
    {
      id: 'q',
      chapter: null,
      group: null,
      content: {
        type: 'fill',
        stem,
        explanation,
        key: [['甲；乙', 'a / b'], ['丙']],
        sources: [],
        topics: ['伦理、法规'],
        difficulty: 3,
      },
    },
  ],
  media: new Map(),
})

test.each([
  '- 甲\n- 乙\n- 丙',
  '前文（　）（　）\n\n1. 甲\n2. **乙**\n\n后文',
  '| 甲 | 乙 |\n| --- | --- |\n| 23.7 | A. 一 |\n| a \\| b | 题号 |',
  '一行\n又一行',
  '1\\. 不是列表\n\n答案：A\n\n一、单选题\n\nA. 一 B. 二\n\n【答案】C',
])('structure comes back: %s', async (markdown) => {
  const bank = bankOf(markdown, markdown)
  const { bytes } = await writeDocx(bank, 'zh-CN')
  const reading = await readDocx(bytes, { fileName: 'x.docx', limit: 10 })
  expect(complaints(reading)).toEqual([])
  const plain = (value: unknown) => blanked(JSON.parse(JSON.stringify(value).replace(/\\n(?=<)|(?<=>)\\n/g, '')))
  expect(plain(actualOf(reading, bank))).toEqual(plain(expectedOf(bank)))
})
