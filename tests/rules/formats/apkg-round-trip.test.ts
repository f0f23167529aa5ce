import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readApkg } from '@/domain/formats/anki/apkg-reader'
import { writeApkg } from '@/domain/formats/anki/apkg-writer'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

/** A blank is shown alike however wide it was written. */
const blanked = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/（[\s\u3000]*）/g, '（　）'))

test('an Anki package brings everything back', async () => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary({ wild: true, formulas: true, pictures: true }), async (bank) => {
      const { bytes, losses } = await writeApkg(bank)
      expect(losses).toEqual([])
      const reading = await readApkg(bytes, { fileName: 'x.apkg', limit: 1000 })
      expect(complaints(reading)).toEqual([])
      expect(blanked(actualOf(reading, bank))).toEqual(blanked(expectedOf(bank)))
      expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
        bank.questions.map(({ id }) => ({ source: 'yilian', id })),
      )
      for (const [hash, picture] of reading.media) expect(bank.media.get(hash)?.bytes).toEqual(picture.bytes)
    }),
    { numRuns: 40 },
  )
})
