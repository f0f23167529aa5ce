import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoodleXml } from '@/domain/formats/moodle/moodle-xml-reader'
import { writeMoodleXml } from '@/domain/formats/moodle/moodle-xml-writer'
import type { Bank } from '@/domain/formats/writing'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

/** What Moodle XML has no place for: the table in docs/formats.md. Points of 1 are Moodle's own. */
const strip = ['sources', 'difficulty', 'year', 'checkedOn']

const withoutOnes = (bank: Bank): Bank => ({
  ...bank,
  questions: bank.questions.map(({ content, ...one }) => {
    const { points, ...rest } = content
    return { ...one, content: points === undefined || points === 1 ? rest : content }
  }),
})

/** A blank is shown alike however wide it was written. */
const blanked = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/（[\s\u3000]*）/g, '（　）'))

test('every type comes back, with groups, pictures and formulas', async () => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary({ wild: true, formulas: true, pictures: true }), async (bank) => {
      const { bytes, losses } = await writeMoodleXml(bank)
      const reading = await readMoodleXml(bytes, { fileName: 'x', limit: 1000 })
      expect(complaints(reading)).toEqual([])
      const wanted = withoutOnes(bank)
      expect(blanked(actualOf(reading, wanted, strip))).toEqual(blanked(expectedOf(wanted, strip)))
      expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
        bank.questions.map(({ id }) => ({ source: 'yilian', id })),
      )
      for (const [hash, picture] of reading.media) expect(bank.media.get(hash)?.bytes).toEqual(picture.bytes)
      const told = new Set(losses.map((one) => one.params.what))
      expect([...told].filter((what) => !strip.includes(String(what)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('shares of other systems come back with the options', async () => {
  const options = [0.6, 0.4, -0.2].map((weight, at) => ({
    id: 'ABC'[at] ?? '',
    text: `第${at}项`,
    explanation: '',
    weight,
  }))
  const content = {
    type: 'multiple',
    stem: '选两项',
    options,
    key: ['A', 'B'],
    explanation: '',
    sources: [],
    topics: [],
    difficulty: 3,
  } as const
  const bank: Bank = {
    exam: 'x',
    level: 'x',
    subject: { slug: 'x', title: '实务' },
    questions: [
      { id: 'q', chapter: null, group: null, content: { ...content, key: [...content.key], sources: [], topics: [] } },
    ],
    media: new Map(),
  }
  const { bytes } = await writeMoodleXml(bank)
  const { questions } = await readMoodleXml(bytes, { fileName: 'x', limit: 9 })
  expect(questions[0]?.draft.options.map((one) => one.weight)).toEqual([0.6, 0.4, -0.2])
})
