/**
 * What of a large bank the questions of a file resemble, in one pass over the stored prints and in memory that grows with
 * the file alone. Bands go into a table of numbers; a band that many questions of the file share is a stock phrase, of
 * which the first few are enough.
 */
import type { Print } from '../identity'
import type { StoredPrint } from '../recognition'
import { BandTable } from './band-table'

/** What one question of the file may be, or resemble. */
export type Resemblance = {
  known: StoredPrint[]
  /** Questions with the same stem and other options; `sameStemCount` counts on where the list ends. */
  sameStem: string[]
  sameStemCount: number
  /** The likest by estimate, best first. */
  near: { questionId: string; likeness: number }[]
}

type Probing = { position: number; print: Print; externalId: { source: string; id: string } | null }

/** A name that more items bear is one that says nothing, or the items are the same: the first of them are enough. */
const most = { known: 6, sameStem: 4, near: 3, named: 64 }

/** The part of the stem's hash that leaves the options out. */
export const stemPart = (print: Pick<Print, 'stemHash'>) => print.stemHash.slice(0, print.stemHash.indexOf('.'))

function keepBest(near: Resemblance['near'], one: Resemblance['near'][number]) {
  const weakest = near.at(-1)
  if (near.length >= most.near && weakest && weakest.likeness >= one.likeness) return
  near.push(one)
  near.sort((a, b) => b.likeness - a.likeness)
  if (near.length > most.near) near.pop()
}

const listed = (map: Map<string, number[]>, name: string, index: number) => {
  const list = map.get(name)
  if (!list) map.set(name, [index])
  else if (list.length < most.named) list.push(index)
}

/** Looks at stored prints one by one; `resemblances` then says what each item was found to be like. */
export class Probe {
  readonly resemblances: Resemblance[]
  private readonly byName = new Map<string, number[]>()
  private readonly byId = new Map<string, number[]>()
  private readonly byStem = new Map<string, number[]>()
  private readonly table: BandTable

  constructor(items: readonly Probing[]) {
    this.table = new BandTable(items.length)
    this.resemblances = items.map(() => ({ known: [], sameStem: [], sameStemCount: 0, near: [] }))
    for (const [index, { print, externalId }] of items.entries()) {
      if (externalId?.source === 'yilian') listed(this.byId, externalId.id, index)
      listed(this.byName, print.identity, index)
      listed(this.byName, print.stemHash, index)
      listed(this.byStem, stemPart(print), index)
      this.table.add(index, print.bands)
    }
  }

  see(stored: StoredPrint) {
    this.note(this.byId.get(stored.questionId), stored)
    this.note(this.byName.get(stored.identity), stored)
    this.note(this.byName.get(stored.stemHash), stored)
    for (const index of this.byStem.get(stemPart(stored)) ?? []) {
      const one = this.resemblances[index]
      if (!one) continue
      one.sameStemCount++
      if (one.sameStem.length < most.sameStem) one.sameStem.push(stored.questionId)
    }
    this.table.alike(stored.bands, (index, likeness) => {
      const one = this.resemblances[index]
      if (one) keepBest(one.near, { questionId: stored.questionId, likeness })
    })
  }

  private note(indexes: readonly number[] | undefined, stored: StoredPrint) {
    for (const index of indexes ?? []) {
      const one = this.resemblances[index]
      if (!one || one.known.some((other) => other.questionId === stored.questionId)) continue
      if (one.known.length < most.known) one.known.push(stored)
    }
  }
}
