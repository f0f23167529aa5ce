/** Questions of one file that are, or look like, an earlier question of the same file. */
import { finding, placeWords } from '@/domain/formats/findings'
import type { Incoming, Recognised } from '../recognition'
import { BandTable } from './band-table'
import type { Features } from './features'
import { contradicts, isOtherQuestion, likenessOf, looksLike } from './likeness'
import { stemPart } from './probe'
import { keyWords } from './words'

/** What the earlier questions say of one; `settled` needs no look at the bank any more. */
export type Within = Pick<Recognised, 'findings'> & { settled: 'same' | 'wait' | null }

/** So many of those that are likest by estimate are compared in full. */
const compared = 2

type FeaturesOf = (content: Incoming['content']) => Features

const params = (item: Incoming, first: Incoming) => ({ seen: item.content.stem, first: placeWords(first.place) })

const conflict = (item: Incoming, first: Incoming) =>
  finding('KEY_CONFLICT', item.place, {
    ...params(item, first),
    key: keyWords(item.content),
    was: keyWords(first.content),
    where: 'file',
  })

/** The same id, or the same words, a second time. */
function again(item: Incoming, first: Incoming, features: FeaturesOf): Within {
  const moved = stemPart(item.print) !== stemPart(first.print)
  if (moved && isOtherQuestion(likenessOf(features(first.content), features(item.content)))) {
    const id = item.externalId?.id ?? ''
    const was = first.content.stem
    return { settled: 'wait', findings: [finding('ID_REUSED', item.place, { ...params(item, first), id, was })] }
  }
  if (item.print.keyHash !== first.print.keyHash) return { settled: 'wait', findings: [conflict(item, first)] }
  const whole = item.print.contentHash === first.print.contentHash
  const found = finding('WITHIN_FILE', item.place, { ...params(item, first), how: whole ? 'same' : 'again' })
  return { settled: 'same', findings: [found] }
}

/** The same words under two ids. */
function twin(item: Incoming, first: Incoming): Within {
  if (item.print.keyHash !== first.print.keyHash) return { settled: 'wait', findings: [conflict(item, first)] }
  return { settled: null, findings: [finding('WITHIN_FILE', item.place, { ...params(item, first), how: 'twin' })] }
}

const siblings = (one: Incoming, other: Incoming) =>
  one.content.material !== undefined && one.content.material.id === other.content.material?.id

function near(item: Incoming, among: readonly Incoming[], features: FeaturesOf): Within {
  for (const first of among) {
    if (siblings(item, first)) continue
    const [one, other] = [features(first.content), features(item.content)]
    const likeness = likenessOf(one, other)
    if (!looksLike(likeness)) continue
    if (contradicts(one, other)) return { settled: 'wait', findings: [conflict(item, first)] }
    const how = { how: 'near', likeness: Math.round(likeness.stem * 100) }
    return { settled: null, findings: [finding('WITHIN_FILE', item.place, { ...params(item, first), ...how })] }
  }
  return { settled: null, findings: [] }
}

/** By index: what each question is to those before it. */
export function recogniseWithin(items: readonly Incoming[], features: FeaturesOf): Within[] {
  const [byIdentity, byWords] = [new Map<string, Incoming>(), new Map<string, Incoming>()]
  const table = new BandTable(items.length)
  return items.map((item, index) => {
    const [first, sameWords] = [byIdentity.get(item.print.identity), byWords.get(item.print.stemHash)]
    if (!first) byIdentity.set(item.print.identity, item)
    if (!sameWords) byWords.set(item.print.stemHash, item)
    if (first) return again(item, first, features)
    if (sameWords)
      return item.externalId && sameWords.externalId ? twin(item, sameWords) : again(item, sameWords, features)
    const alike: [index: number, likeness: number][] = []
    table.alike(item.print.bands, (at, likeness) => alike.push([at, likeness]))
    const likest = alike.sort((a, b) => b[1] - a[1]).slice(0, compared)
    table.add(index, item.print.bands)
    return near(
      item,
      likest.flatMap(([at]) => items[at] ?? []),
      features,
    )
  })
}
