import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '@/domain/imports/recognition/likeness/difference'
import { runsOf } from '@/domain/imports/recognition/likeness/runs'
import { choice } from '../../support/likeness-questions'

const side = (runs: ReturnType<typeof runsOf>, other: 'bank' | 'file') =>
  runs.flatMap((run) => (run.side === 'both' || run.side === other ? [run.text] : [])).join('')

test('what changed is told character by character', () => {
  expect(runsOf('社工应当首先评估', '社工首先应评估')).toEqual([
    { text: '社工', side: 'both' },
    { text: '应当', side: 'bank' },
    { text: '首先', side: 'both' },
    { text: '应', side: 'file' },
    { text: '评估', side: 'both' },
  ])
})

test('either side can be put together again from the runs', () => {
  const text = fc.string({ unit: fc.constantFrom('社', '工', 'a', '𠮷', '不'), maxLength: 40 })
  fc.assert(
    fc.property(text, text, (bank, file) => {
      const runs = runsOf(bank, file)
      expect(side(runs, 'bank')).toBe(bank)
      expect(side(runs, 'file')).toBe(file)
    }),
  )
})

test('texts that are too long to compare are shown whole, at once', () => {
  const [bank, file] = ['甲'.repeat(20_000), '乙'.repeat(20_000)]
  expect(runsOf(bank, file)).toHaveLength(2)
})

test('only the parts that differ are named', () => {
  const before = choice('接案的首要任务', ['建立关系', '评估'])
  expect(differenceOf(before, before)).toEqual([])
  const after = { ...before, key: ['B'] } as typeof before
  expect(differenceOf(before, after).map((one) => one.part)).toEqual(['key'])
})
