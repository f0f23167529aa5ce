/** Questions of one file that are, or look like, an earlier question of the same file. */
import { finding, placeWords } from '@/domain/formats/findings'
import type { Print } from '../identity'
import type { Incoming, Recognised } from '../recognition'
import { BandTable } from './band-table'
import { stemPart } from './bank-index'
import type { Features, Texts } from './features'
import { contradicts, isOtherQuestion, likenessOf, looksLike } from './likeness'
import { keyWords } from './words'

/** What the earlier questions say of one; `settled` needs no look at the bank any more. */
export type Within = Pick<Recognised, 'findings'> & { settled: 'same' | 'wait' | null }

/** So many of those that are likest by estimate are compared in full. */
const compared = 2

type FeaturesOf = (texts: Texts) => Features

/** What is kept of a question until the file ends: its content would be several times as much. */
type Earlier = {
  texts: Texts
  print: Print
  place: string
  stem: string
  key: string
  hasId: boolean
  material: string | undefined
}

const earlierOf = ({ texts, print, place, content, externalId }: Incoming): Earlier => ({
  ...{ texts, print, place: placeWords(place), stem: content.stem, key: keyWords(content) },
  hasId: externalId !== null,
  material: content.material?.id,
})

const params = (item: Incoming, first: Earlier) => ({ seen: item.content.stem, first: first.place })

const conflict = (item: Incoming, first: Earlier) =>
  finding('KEY_CONFLICT', item.place, {
    ...params(item, first),
    key: keyWords(item.content),
    was: first.key,
    where: 'file',
  })

/** The same id, or the same words, a second time. */
function again(item: Incoming, first: Earlier, features: FeaturesOf): Within {
  const moved = stemPart(item.print) !== stemPart(first.print)
  if (moved && isOtherQuestion(likenessOf(features(first.texts), features(item.texts)))) {
    const id = item.externalId?.id ?? ''
    const was = first.stem
    return { settled: 'wait', findings: [finding('ID_REUSED', item.place, { ...params(item, first), id, was })] }
  }
  if (item.print.keyHash !== first.print.keyHash) return { settled: 'wait', findings: [conflict(item, first)] }
  const whole = item.print.contentHash === first.print.contentHash
  const found = finding('WITHIN_FILE', item.place, { ...params(item, first), how: whole ? 'same' : 'again' })
  return { settled: 'same', findings: [found] }
}

/** The same words under two ids. */
function twin(item: Incoming, first: Earlier): Within {
  if (item.print.keyHash !== first.print.keyHash) return { settled: 'wait', findings: [conflict(item, first)] }
  return { settled: null, findings: [finding('WITHIN_FILE', item.place, { ...params(item, first), how: 'twin' })] }
}

const siblings = ({ content }: Incoming, first: Earlier) =>
  first.material !== undefined && first.material === content.material?.id

function near(item: Incoming, among: readonly Earlier[], features: FeaturesOf): Within {
  for (const first of among) {
    if (siblings(item, first)) continue
    const [one, other] = [features(first.texts), features(item.texts)]
    const likeness = likenessOf(one, other)
    if (!looksLike(likeness)) continue
    if (contradicts(one, other)) return { settled: 'wait', findings: [conflict(item, first)] }
    const how = { how: 'near', likeness: Math.round(likeness.stem * 100) }
    return { settled: null, findings: [finding('WITHIN_FILE', item.place, { ...params(item, first), ...how })] }
  }
  return { settled: null, findings: [] }
}

/** The questions of a file so far; each is held against those before it. */
export class FileSoFar {
  private readonly byIdentity = new Map<string, Earlier>()
  private readonly byWords = new Map<string, Earlier>()
  private readonly table = new BandTable()
  private readonly inTable: Earlier[] = []

  constructor(private readonly features: FeaturesOf) {}

  private note(item: Incoming): { first: Earlier | undefined; sameWords: Earlier | undefined; it: Earlier } {
    const { identity, stemHash } = item.print
    const [first, sameWords, it] = [this.byIdentity.get(identity), this.byWords.get(stemHash), earlierOf(item)]
    if (!first) this.byIdentity.set(identity, it)
    if (!sameWords) this.byWords.set(stemHash, it)
    return { first, sameWords, it }
  }

  look(item: Incoming): Within {
    const { first, sameWords, it } = this.note(item)
    if (first) return again(item, first, this.features)
    if (sameWords) return it.hasId && sameWords.hasId ? twin(item, sameWords) : again(item, sameWords, this.features)
    const alike: [index: number, likeness: number][] = []
    this.table.alike(item.print.bands, (at, likeness) => alike.push([at, likeness]))
    const likest = alike.sort((a, b) => b[1] - a[1]).slice(0, compared)
    this.table.add(item.print.bands)
    this.inTable.push(it)
    const among = likest.map(([at]) => this.inTable[at] as Earlier)
    return near(item, among, this.features)
  }
}
