/**
 * Near duplicates are found without comparing each with each: of all pairs of neighbouring characters ("bigrams") of a
 * question, 64 hash functions each keep the smallest value; sixteen bands of four values are stored. Texts that share
 * seven of ten bigrams agree in a band with probability 0.99, those that share three of ten with 0.12.
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
const factors = Int32Array.from({ length: functions }, (_, at) => mixed(2 * at + 1) | 1)
const addends = Int32Array.from({ length: functions }, (_, at) => mixed(0x9e3779b9 ^ at))

/** Each pair of neighbouring characters of a text as one number; of a text of one character, that. */
export function bigramsOf(text: string): number[] {
  if (text.length === 1) return [text.charCodeAt(0)]
  const found: number[] = []
  for (let at = 0; at + 1 < text.length; at++) found.push(text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1))
  return found
}

/** Signed 32-bit numbers throughout: this loop runs some five thousand times a question. */
function keep(smallest: Int32Array, bigram: number) {
  const x = mixed(bigram | 0)
  for (let at = 0; at < functions; at++) {
    const value = (Math.imul(factors[at] as number, x) + (addends[at] as number)) | 0
    if (value < (smallest[at] as number)) smallest[at] = value
  }
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
  const smallest = new Int32Array(functions).fill(0x7fffffff)
  let any = false
  for (const part of parts) {
    for (const bigram of bigramsOf(part)) {
      keep(smallest, bigram)
      any = true
    }
  }
  if (!any) return ''
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

/** The bits of the smallest values, written into `into` from `offset` on. */
export function readValues(bands: string, into: Uint8Array, offset: number) {
  for (let at = 0; at < functions; at++) into[offset + at] = valueAt(bands, bandCount * charsOfBand + at)
}

/** Share of bigrams in common as two sets of values let it be estimated, give or take 0.06. */
export function estimate(one: Uint8Array, other: Uint8Array, offset: number): number {
  let same = 0
  for (let at = 0; at < functions; at++) if (one[at] === other[offset + at]) same++
  return (same - functions / 64) / (functions - functions / 64)
}
