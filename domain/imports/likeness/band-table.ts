import { bandCount, estimate, functions, readBands, readValues } from '../minhash'

/** A band that more items share is a stock phrase: the first of them are enough. */
const mostInBand = 8
/** Estimated below this, two questions are not worth comparing. */
const worthwhile = 0.35

/** Which items of a file share a band with a question: chains through one table of numbers, a few hundred bytes an item. */
export class BandTable {
  private readonly heads: Int32Array
  private readonly lengths: Uint8Array
  private readonly next: Int32Array
  private readonly bands: Int32Array
  private readonly values: Uint8Array
  private readonly seenFor: Int32Array
  private readonly found = new Int32Array(bandCount)
  private readonly foundValues = new Uint8Array(functions)
  private round = 0

  constructor(size: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * size * bandCount)))
    this.heads = new Int32Array(buckets).fill(-1)
    this.lengths = new Uint8Array(buckets)
    this.next = new Int32Array(size * bandCount)
    this.bands = new Int32Array(size * bandCount)
    this.values = new Uint8Array(size * functions)
    this.seenFor = new Int32Array(size)
  }

  private bucket(value: number, band: number) {
    const mixed = Math.imul(value ^ Math.imul(band + 1, 0x85ebca6b), 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & (this.heads.length - 1)
  }

  add(index: number, bands: string) {
    if (!readBands(bands, this.found)) return
    readValues(bands, this.values, index * functions)
    for (let band = 0; band < bandCount; band++) {
      const value = this.found[band] as number
      const bucket = this.bucket(value, band)
      if ((this.lengths[bucket] as number) >= mostInBand) continue
      const at = index * bandCount + band
      this.bands[at] = value
      this.next[at] = this.heads[bucket] as number
      this.heads[bucket] = at
      this.lengths[bucket] = (this.lengths[bucket] as number) + 1
    }
  }

  /** Calls for each item that shares a band and, by estimate, enough beside; never twice for one. */
  alike(bands: string, visit: (index: number, likeness: number) => void) {
    if (!readBands(bands, this.found)) return
    this.round++
    let read = false
    for (let band = 0; band < bandCount; band++) {
      const value = this.found[band] as number
      for (let at = this.heads[this.bucket(value, band)] as number; at >= 0; at = this.next[at] as number) {
        const index = (at - (at % bandCount)) / bandCount
        if (this.bands[at] !== value || at % bandCount !== band || this.seenFor[index] === this.round) continue
        this.seenFor[index] = this.round
        if (!read) readValues(bands, this.foundValues, 0)
        read = true
        const likeness = estimate(this.foundValues, this.values, index * functions)
        if (likeness >= worthwhile) visit(index, likeness)
      }
    }
  }
}
