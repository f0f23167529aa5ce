import { expect, test } from 'vitest'
import { printOf } from '@/domain/imports/recognition/identity'
import { BandTable } from '@/domain/imports/recognition/likeness/band-table'
import { featuresOf, textsOf } from '@/domain/imports/recognition/likeness/features'
import { likenessOf, looksLike } from '@/domain/imports/recognition/likeness/likeness'
import type { QuestionContent } from '@/domain/questions/input'
import { different, near, type Pair } from '../../support/likeness-pairs'

const essay = (stem: string): QuestionContent => ({
  ...{ type: 'essay', stem, explanation: '', sources: [], topics: [], difficulty: 3, modelAnswer: '略' },
  markingPoints: [{ id: 'p1', text: '略', points: 1 }],
})

const features = (content: QuestionContent) => featuresOf(textsOf(content))

/** As an import goes: a candidate by its bands, then by exact likeness. */
function warns([, one, other]: Pair): boolean {
  const [a, b] = [essay(one), essay(other)]
  const [first, second] = [a, b].map((content) => printOf({ content, chapterKey: null, externalId: null }))
  if (!first || !second) return false
  if (first.stemHash === second.stemHash) return true
  const table = new BandTable()
  table.add(first.bands)
  let candidate = false
  table.alike(second.bands, () => {
    candidate = true
  })
  return candidate && looksLike(likenessOf(features(a), features(b)))
}

const described = ([kind, one, other]: Pair) => {
  const { stem, turned } = likenessOf(features(essay(one)), features(essay(other)))
  return `${stem.toFixed(2)}${turned ? ' turned' : ''} ${kind}: ${one} / ${other}`
}

/** Recall and precision of the warning on stems alone: the numbers that docs/formats.md names. */
test('of pairs that were labelled by hand, near duplicates are found and most others left in peace', () => {
  expect(near.length + different.length).toBeGreaterThanOrEqual(200)
  const missed = near.filter((pair) => !warns(pair))
  const alarms = different.filter(warns)
  const found = near.length - missed.length
  const recall = found / near.length
  const precision = found / (found + alarms.length)
  const told = [
    ...missed.map((pair) => `missed ${described(pair)}`),
    ...alarms.map((pair) => `alarm ${described(pair)}`),
  ]
  const why = [`recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`, ...told].join('\n')
  expect(recall, why).toBeGreaterThanOrEqual(0.95)
  expect(precision, why).toBeGreaterThanOrEqual(0.85)
})
