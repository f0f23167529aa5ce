import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentSchema } from '@/domain/questions/input'
import { bankArbitrary } from '../support/bank-arbitrary'

test('generated banks hold questions of the right shape', () => {
  const wild = bankArbitrary({ wild: true, pictures: true, formulas: true })
  fc.assert(
    fc.property(fc.oneof(bankArbitrary(), wild), (bank) => {
      for (const { content } of bank.questions) {
        expect(contentSchema.parse(content)).toEqual(content)
        expect(content.stem).toBe(content.stem.trim())
        if ('options' in content) {
          expect(new Set(content.options.map((one) => one.text)).size).toBe(content.options.length)
          expect(content.key.every((letter) => content.options.some((one) => one.id === letter))).toBe(true)
          if (content.type === 'multiple') expect(content.key.length).toBeLessThan(content.options.length)
        }
      }
    }),
    { numRuns: 200 },
  )
})
