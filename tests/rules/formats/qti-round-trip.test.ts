import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQti } from '@/domain/formats/qti/qti-reader'
import { writeQti21, writeQti30 } from '@/domain/formats/qti/qti-writer'
import type { Bank } from '@/domain/formats/writing'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

const shape = { wild: true, pictures: true, formulas: true }
/** Two groups with one id are one group: the generator may give the same id twice. */
const withOwnIds = (bank: Bank) => {
  const starts = bank.questions.flatMap(({ group }) => (group?.index === 1 ? [group.id] : []))
  return new Set(starts).size === starts.length
}
const strip = ['sources', 'year', 'checkedOn']

test.each([
  ['2.1', writeQti21, 'qti21'],
  ['3.0', writeQti30, 'qti30'],
] as const)('QTI %s holds all but sources, year and day of the check', async (_, write, format) => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary(shape).filter(withOwnIds), async (bank) => {
      const { bytes, losses } = await write(bank, 'zh-CN')
      const reading = await readQti(bytes, { fileName: 'x.zip', limit: 1000 })
      expect(reading.format).toBe(format)
      expect(complaints(reading)).toEqual([])
      expect(actualOf(reading, bank, strip)).toEqual(expectedOf(bank, strip))
      expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
        bank.questions.map(({ id }) => ({ source: 'yilian', id })),
      )
      const told = losses.map(({ params, place }) => `${place.path} ${params.what}`)
      const lost = bank.questions.flatMap(({ id, content }) => [
        ...(content.sources.length > 0 ? [`${id} sources`] : []),
        ...(content.year === undefined ? [] : [`${id} year`]),
        ...(content.checkedOn === undefined ? [] : [`${id} checkedOn`]),
      ])
      expect(told.sort()).toEqual(lost.sort())
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['2.1', writeQti21],
  ['3.0', writeQti30],
] as const)('QTI %s holds what options are worth, whatever that is', async (_, write) => {
  for (const weights of [
    [1, 0, 0],
    [0.5, 0.5, -0.5],
    [1, 0.3333, -1],
  ]) {
    const options = weights.map((weight, at) => ({ id: 'ABC'[at] ?? '', text: `选项${at}`, explanation: '', weight }))
    const content = {
      type: 'multiple' as const,
      stem: '题目',
      explanation: '',
      sources: [],
      topics: [],
      difficulty: 3,
      options,
      key: ['A', 'B'],
    }
    const bank: Bank = {
      ...{ exam: 'e', level: 'l', subject: { slug: 's', title: '科目' }, media: new Map() },
      questions: [{ id: 'one', chapter: null, group: null, content }],
    }
    const reading = await readQti((await write(bank, 'en')).bytes, { fileName: 'x.zip', limit: 10 })
    expect(complaints(reading)).toEqual([])
    expect(reading.questions[0]?.draft.options.map((one) => one.weight)).toEqual(weights)
  }
})
