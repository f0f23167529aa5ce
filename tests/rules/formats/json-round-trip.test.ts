import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '@/domain/formats/json/json-reader'
import { writeJson } from '@/domain/formats/json/json-writer'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

const shape = { wild: true, pictures: true, formulas: true }

test('our own format holds everything', async () => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary(shape), async (bank) => {
      const { bytes, losses } = await writeJson(bank, 'zh-CN')
      expect(losses).toEqual([])
      const reading = await readJson(bytes, { fileName: 'x', limit: 1000 })
      expect(complaints(reading)).toEqual([])
      expect(actualOf(reading, bank)).toEqual(expectedOf(bank))
      expect([...reading.media]).toEqual([...bank.media])
      expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
        bank.questions.map(({ id }) => ({ source: 'yilian', id })),
      )
      expect(reading.questions.map((one) => one.place.line)).toEqual(bank.questions.map((_, index) => index + 8))
    }),
    { numRuns: 60 },
  )
})

test('a file of a later version is refused', async () => {
  const text = '{"format": "yilian-bank", "version": 2, "questions": []}'
  const reading = readJson(new TextEncoder().encode(text), { fileName: 'x', limit: 1 })
  await expect(reading).rejects.toMatchObject({ finding: { code: 'FORMAT_UNKNOWN' } })
})

test('what was spoiled by hand is told where it stands', async () => {
  const text = `{"format": "yilian-bank", "version": 1, "questions": [
    7,
    {"id": "a", "content": {"type": "single", "stem": "![x](media:${'0'.repeat(64)})", "options": "none", "key": ["Z"]}}
  ]}`
  const { questions } = await readJson(new TextEncoder().encode(text), { fileName: 'x', limit: 9 })
  expect(questions.map(({ place, findings }) => [place.line, findings[0]?.code])).toEqual([
    [2, 'SYNTAX'],
    [3, 'MEDIA_MISSING'],
  ])
})
