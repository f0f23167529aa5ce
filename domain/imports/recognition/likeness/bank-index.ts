/**
 * What of a bank a question resembles: an index in memory over the stored prints of a subject, some four hundred bytes a
 * question. Names count by a number made of them: whoever fetches what was found compares the names themselves.
 */
import type { Print } from '../identity'
import type { StoredPrint } from '../recognition'
import { BandTable } from './band-table'
import { NumberTable, numberOf } from './number-table'

/** What one question of the file may be, or resemble, by the ids of stored ones. */
export type Resemblance = {
  /** Those with its id, its identity, or its words. */
  known: string[]
  /** Questions with the same stem, whatever their options; no more than tell whether it is a stock phrase. */
  sameStem: string[]
  /** The likest by estimate, best first. */
  near: { questionId: string; likeness: number }[]
}

export type IndexedPrint = Pick<StoredPrint, 'questionId' | 'identity' | 'stemHash' | 'bands'>
type Probing = { print: Print; externalId: { source: string; id: string } | null }

/** More stored questions than this share a stem: it is a stock phrase. */
export const stockStem = 3
const most = { known: 6, sameStem: stockStem + 1, near: 3 }

/** The part of the stem's hash that leaves the options out. */
export const stemPart = (print: Pick<Print, 'stemHash'>) => print.stemHash.slice(0, print.stemHash.indexOf('.'))

function keepBest(near: Resemblance['near'], one: Resemblance['near'][number]) {
  const weakest = near.at(-1)
  if (near.length >= most.near && weakest && weakest.likeness >= one.likeness) return
  near.push(one)
  near.sort((a, b) => b.likeness - a.likeness)
  if (near.length > most.near) near.pop()
}

export class BankIndex {
  private readonly ids: string[] = []
  private readonly byId = new NumberTable()
  private readonly byIdentity = new NumberTable()
  private readonly byWords = new NumberTable()
  private readonly byStem = new NumberTable()
  private readonly bands = new BandTable()

  add(stored: IndexedPrint) {
    this.ids.push(stored.questionId)
    this.byId.add(numberOf(stored.questionId))
    this.byIdentity.add(numberOf(stored.identity))
    this.byWords.add(numberOf(stored.stemHash))
    this.byStem.add(numberOf(stemPart(stored)))
    this.bands.add(stored.bands)
  }

  private collect(table: NumberTable, name: string, into: Set<string>, limit: number) {
    for (let at = table.first(numberOf(name)); at >= 0 && into.size < limit; at = table.after(at))
      into.add(this.ids[at] as string)
  }

  resembling({ print, externalId }: Probing): Resemblance {
    const [known, sameStem] = [new Set<string>(), new Set<string>()]
    const near: Resemblance['near'] = []
    if (this.ids.length === 0) return { known: [], sameStem: [], near }
    if (externalId?.source === 'yilian') this.collect(this.byId, externalId.id, known, most.known)
    this.collect(this.byIdentity, print.identity, known, most.known)
    this.collect(this.byWords, print.stemHash, known, most.known)
    this.collect(this.byStem, stemPart(print), sameStem, most.sameStem)
    this.bands.alike(print.bands, (index, likeness) =>
      keepBest(near, { questionId: this.ids[index] as string, likeness }),
    )
    return { known: [...known], sameStem: [...sameStem], near }
  }
}
