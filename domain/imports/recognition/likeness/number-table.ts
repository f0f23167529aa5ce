const smallest = 1024

/** Which entries bear a number: chains through typed arrays, a dozen bytes an entry, growing as they are filled. */
export class NumberTable {
  private heads = new Int32Array(2 * smallest).fill(-1)
  private lengths = new Uint8Array(2 * smallest)
  private next = new Int32Array(smallest)
  private numbers = new Int32Array(smallest)
  private count = 0

  /** @param most entries of one number that are kept: the first of them. */
  constructor(private readonly most = 255) {}

  private bucket(number: number) {
    const mixed = Math.imul(number, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & (this.heads.length - 1)
  }

  private link(entry: number) {
    const bucket = this.bucket(this.numbers[entry] as number)
    if ((this.lengths[bucket] as number) >= this.most) return
    this.next[entry] = this.heads[bucket] as number
    this.heads[bucket] = entry
    this.lengths[bucket] = (this.lengths[bucket] as number) + 1
  }

  private grow() {
    const size = 2 * this.numbers.length
    const numbers = new Int32Array(size)
    numbers.set(this.numbers)
    this.numbers = numbers
    this.next = new Int32Array(size)
    this.heads = new Int32Array(2 * size).fill(-1)
    this.lengths = new Uint8Array(2 * size)
    for (let entry = 0; entry < this.count; entry++) this.link(entry)
  }

  /** The next entry, counted from 0, bears this number. */
  add(number: number) {
    if (this.count === this.numbers.length) this.grow()
    this.numbers[this.count] = number
    this.link(this.count++)
  }

  private seek(from: number, number: number) {
    let entry = from
    while (entry >= 0 && this.numbers[entry] !== number) entry = this.next[entry] as number
    return entry
  }

  /** @returns an entry that bears the number; −1 when none does. */
  first(number: number) {
    return this.seek(this.heads[this.bucket(number)] as number, number | 0)
  }

  /** @returns another entry that bears the same number; −1 when no more do. */
  after(entry: number) {
    return this.seek(this.next[entry] as number, this.numbers[entry] as number)
  }
}

/** A number for a name; two names share one once in four thousand million. */
export function numberOf(name: string): number {
  let number = 0x811c9dc5
  for (let at = 0; at < name.length; at++) number = Math.imul(number ^ name.charCodeAt(at), 0x01000193)
  return number
}
