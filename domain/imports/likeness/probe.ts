/**
 * What of a large bank the questions of a file resemble, in one pass over the stored prints and in memory that grows with
 * the file alone. Bands go into a table of numbers; a band that many questions of the file share is a stock phrase, of
 * which the first few are enough.
 */
import type { Print } from '../identity'
import { readBands } from '../minhash'
import type { StoredPrint } from '../recognition'

/** What one question of the file may be, or resemble. */
export type Resemblance = {
  known: StoredPrint[]
  /** Questions with the same stem and other options; `sameStemCount` counts on where the list ends. */
  sameStem: string[]
  sameStemCount: number
  /** Those with most bands in common, best first. */
  near: { questionId: string; bands: number }[]
}

type Probing = { position: number; print: Print; externalId: { source: string; id: string } | null }

/** A name that more items bear is one that says nothing, or the items are the same: the first of them are enough. */
const most = { known: 6, sameStem: 4, near: 3, inBand: 32, named: 64 }
const bandCount = 16

/** The part of the stem's hash that leaves the options out. */
export const stemPart = (print: Pick<Print, 'stemHash'>) => print.stemHash.slice(0, print.stemHash.indexOf('.'))

/** Which items have a band: chains through one table of numbers. */
export class BandTable {
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly values: Int32Array
  private readonly lengths: Uint8Array
  private readonly found = new Int32Array(bandCount)

  constructor(readonly size: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, size * bandCount)))
    this.heads = new Int32Array(buckets).fill(-1)
    this.lengths = new Uint8Array(buckets)
    this.next = new Int32Array(size * bandCount).fill(-1)
    this.values = new Int32Array(size * bandCount)
  }

  private bucket(value: number, band: number) {
    return (Math.imul(value, 0x9e3779b1) ^ Math.imul(band + 1, 0x85ebca6b)) & (this.heads.length - 1)
  }

  add(index: number, bands: string) {
    const count = readBands(bands, this.found)
    for (let band = 0; band < count; band++) {
      const value = this.found[band] ?? 0
      const bucket = this.bucket(value, band)
      if ((this.lengths[bucket] ?? 0) >= most.inBand) continue
      const at = index * bandCount + band
      this.values[at] = value
      this.next[at] = this.heads[bucket] ?? -1
      this.heads[bucket] = at
      this.lengths[bucket] = (this.lengths[bucket] ?? 0) + 1
    }
  }

  /** How many bands each item shares with these; empty for most questions. */
  sharing(bands: string, into: Map<number, number>) {
    into.clear()
    const count = readBands(bands, this.found)
    for (let band = 0; band < count; band++) {
      const value = this.found[band] ?? 0
      for (let at = this.heads[this.bucket(value, band)] ?? -1; at >= 0; at = this.next[at] ?? -1) {
        if (this.values[at] !== value || at % bandCount !== band) continue
        const index = (at - band) / bandCount
        into.set(index, (into.get(index) ?? 0) + 1)
      }
    }
  }
}

function keepBest(near: Resemblance['near'], one: Resemblance['near'][number]) {
  const weakest = near.at(-1)
  if (near.length >= most.near && weakest && weakest.bands >= one.bands) return
  near.push(one)
  near.sort((a, b) => b.bands - a.bands)
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
  private readonly byStem = new Map<string, number[]>()
  private readonly table: BandTable
  private readonly shared = new Map<number, number>()

  constructor(items: readonly Probing[]) {
    this.table = new BandTable(items.length)
    this.resemblances = items.map(() => ({ known: [], sameStem: [], sameStemCount: 0, near: [] }))
    for (const [index, { print, externalId }] of items.entries()) {
      if (externalId?.source === 'yilian') listed(this.byName, `q:${externalId.id}`, index)
      listed(this.byName, print.identity, index)
      listed(this.byName, print.stemHash, index)
      listed(this.byStem, stemPart(print), index)
      this.table.add(index, print.bands)
    }
  }

  see(stored: StoredPrint) {
    for (const name of [`q:${stored.questionId}`, stored.identity, stored.stemHash]) {
      for (const index of this.byName.get(name) ?? []) this.note(index, stored)
    }
    for (const index of this.byStem.get(stemPart(stored)) ?? []) {
      const one = this.resemblances[index]
      if (!one) continue
      one.sameStemCount++
      if (one.sameStem.length < most.sameStem) one.sameStem.push(stored.questionId)
    }
    this.table.sharing(stored.bands, this.shared)
    for (const [index, bands] of this.shared) {
      const one = this.resemblances[index]
      if (one) keepBest(one.near, { questionId: stored.questionId, bands })
    }
  }

  private note(index: number, stored: StoredPrint) {
    const one = this.resemblances[index]
    if (!one || one.known.some((other) => other.questionId === stored.questionId)) return
    if (one.known.length < most.known) one.known.push(stored)
  }
}
