/**
 * Near duplicates are found without comparing each with each: of all pairs of neighbouring characters ("bigrams") of a
 * question, a sketch of 64 smallest hash values is kept, in sixteen bands of four. Texts that share seven of ten bigrams
 * agree in a band with probability 0.99, those that share three of ten with 0.12.
 *
 * The sketch is Fast Similarity Sketching (Dahlgaard, Knudsen, Thorup 2017): each round throws every bigram into one of
 * the 64 places, and rounds go on until no place is empty. It agrees place by place as often as 64 hash functions would
 * (MinHash), at two or three hashes a bigram instead of 64.
 */
export const functions = 64
export const bandCount = 16
const rows = functions / bandCount
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const charsOfBand = 5
const storedChars = bandCount * charsOfBand + functions

const mixed = (value: number) => {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}
/** Of each round: what a bigram is multiplied with before it is mixed. */
const factors = Int32Array.from({ length: 2 * functions }, (_, at) => mixed(2 * at + 1) | 1)

/** Each pair of neighbouring characters of some texts as one number, none across two texts; of one character, that. */
export function bigramsOf(texts: readonly string[]): Uint32Array {
  let count = 0
  for (const { length } of texts) count += length === 1 ? 1 : Math.max(0, length - 1)
  const found = new Uint32Array(count)
  let to = 0
  for (const text of texts) {
    if (text.length === 1) found[to++] = text.charCodeAt(0)
    for (let at = 1; at < text.length; at++) found[to++] = text.charCodeAt(at - 1) * 65536 + text.charCodeAt(at)
  }
  return found
}

const empty = 0x7fffffff

/**
 * One round: of each place, the smallest hash that fell into it, unless an earlier round has filled it. From the 65th on,
 * each round fills one place with the smallest hash of all bigrams.
 * @returns how many places were filled anew
 */
function throwInto(smallest: Int32Array, bigrams: Uint32Array, round: number): number {
  const factor = factors[round] as number
  let filled = 0
  for (const bigram of bigrams) {
    const x = mixed(Math.imul(bigram + round, factor))
    const place = round < functions ? x & (functions - 1) : round - functions
    const value = (round << 24) | (x >>> 8)
    const had = smallest[place] as number
    if (had === empty) filled++
    if (value < had) smallest[place] = value
  }
  return filled
}

/** Thirty bits of what four values say. */
function bandOf(smallest: Int32Array, band: number): number {
  let x = band
  for (let row = 0; row < rows; row++) x = mixed(Math.imul(x, 31) ^ (smallest[band * rows + row] ?? 0))
  return x >>> 2
}

const written = (band: number) => {
  let text = ''
  for (let shift = 24; shift >= 0; shift -= 6) text += alphabet[(band >>> shift) & 63]
  return text
}

/**
 * What is stored of normalised texts: the bands, then six bits of each smallest value, from which the likeness of two that
 * share a band is estimated before anything is fetched. '' when there is nothing to compare.
 */
export function bandsOf(parts: readonly string[]): string {
  const bigrams = bigramsOf(parts)
  if (bigrams.length === 0) return ''
  const smallest = new Int32Array(functions).fill(empty)
  for (let [round, left] = [0, functions]; left > 0; round++) left -= throwInto(smallest, bigrams, round)
  let text = ''
  for (let band = 0; band < bandCount; band++) text += written(bandOf(smallest, band))
  for (let at = 0; at < functions; at++) text += alphabet[mixed(smallest[at] ?? 0) & 63]
  return text
}

const values = new Uint8Array(128)
for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at
const valueAt = (text: string, at: number) => values[text.charCodeAt(at) & 127] as number

/** Stored bands as numbers, written into `into`. @returns whether there are any */
export function readBands(bands: string, into: Int32Array): boolean {
  if (bands.length < storedChars) return false
  for (let band = 0; band < bandCount; band++) {
    let value = 0
    for (let at = 0; at < charsOfBand; at++) value = (value << 6) | valueAt(bands, band * charsOfBand + at)
    into[band] = value
  }
  return true
}

/** The bits of the smallest values, a byte each, written into `into` from `offset` on. */
export function readValues(bands: string, into: Uint8Array, offset: number) {
  for (let at = 0; at < functions; at++) into[offset + at] = valueAt(bands, bandCount * charsOfBand + at)
}

/** How many 32-bit words the bits of the smallest values fill. */
export const wordsOfValues = functions / 4

/**
 * Share of bigrams in common as two sets of values let it be estimated, give or take 0.06. Four bytes of six bits are
 * compared at once: of their difference plus 63, the seventh bit is set where they differ.
 */
export function estimate(one: Uint32Array, other: Uint32Array, offset: number): number {
  let counts = 0
  for (let at = 0; at < wordsOfValues; at++)
    counts += ((((one[at] as number) ^ (other[offset + at] as number)) + 0x3f3f3f3f) >>> 6) & 0x01010101
  const differ = Math.imul(counts, 0x01010101) >>> 24
  const same = functions - differ
  return (same - functions / 64) / (functions - functions / 64)
}
