import { bandCount, estimate, functions, readBands, readValues, wordsOfValues } from '../minhash'
import { NumberTable } from './number-table'

/** A band that more items share is a stock phrase: the first of them are enough. */
const mostInBand = 8
/** Estimated below this, two questions are not worth comparing. */
const worthwhile = 0.35
const firstRoom = 512

/** Which questions share a band with another: some three hundred bytes each. */
export class BandTable {
  private readonly table = new NumberTable(mostInBand)
  private values = new Uint8Array(firstRoom * functions)
  private words = new Uint32Array(this.values.buffer)
  private seenFor = new Int32Array(firstRoom)
  private readonly found = new Int32Array(bandCount)
  private readonly foundValues = new Uint8Array(functions)
  private readonly foundWords = new Uint32Array(this.foundValues.buffer)
  private count = 0
  private round = 0

  private grow() {
    const [values, seenFor] = [new Uint8Array(2 * this.values.length), new Int32Array(2 * this.seenFor.length)]
    values.set(this.values)
    seenFor.set(this.seenFor)
    this.values = values
    this.words = new Uint32Array(values.buffer)
    this.seenFor = seenFor
  }

  /** The next question, counted from 0; one without bands is like none. */
  add(bands: string) {
    if (this.count === this.seenFor.length) this.grow()
    if (readBands(bands, this.found)) readValues(bands, this.values, this.count * functions)
    else this.found.fill(this.count)
    for (let band = 0; band < bandCount; band++) this.table.add(named(this.found, band))
    this.count++
  }

  /** Calls for each question that shares a band and, by estimate, enough beside; never twice for one. */
  alike(bands: string, visit: (index: number, likeness: number) => void) {
    if (this.count === 0 || !readBands(bands, this.found)) return
    readValues(bands, this.foundValues, 0)
    this.round++
    for (let band = 0; band < bandCount; band++) {
      const number = named(this.found, band)
      for (let entry = this.table.first(number); entry >= 0; entry = this.table.after(entry)) {
        const index = (entry - (entry % bandCount)) / bandCount
        if (this.seenFor[index] === this.round) continue
        this.seenFor[index] = this.round
        const likeness = estimate(this.foundWords, this.words, index * wordsOfValues)
        if (likeness >= worthwhile) visit(index, likeness)
      }
    }
  }
}

/** What a band says, told apart from the same of another band. */
const named = (bands: Int32Array, band: number) => (bands[band] as number) ^ Math.imul(band + 1, 0x85ebca6b)
