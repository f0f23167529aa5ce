/**
 * Near duplicates are found without comparing each with each: of all pairs of neighbouring characters ("bigrams") of a
 * question, 64 hash functions each keep the smallest value; sixteen bands of four values are stored. Texts that share
 * seven of ten bigrams agree in a band with probability 0.99, those that share three of ten with 0.12.
 */
const functions = 64
const bandCount = 16
const rows = functions / bandCount
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const charsOfBand = 5

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

/** The bands of normalised texts, as they are stored: '' when there is nothing to compare. */
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
  return Array.from({ length: bandCount }, (_, band) => written(bandOf(smallest, band))).join('')
}

const values = new Int32Array(128)
for (let at = 0; at < alphabet.length; at++) values[alphabet.charCodeAt(at)] = at

/** Stored bands as numbers, written into `into`, which has room for sixteen. Returns how many there are. */
export function readBands(bands: string, into: Int32Array): number {
  const count = Math.min(bandCount, Math.floor(bands.length / charsOfBand))
  for (let band = 0; band < count; band++) {
    let value = 0
    for (let at = 0; at < charsOfBand; at++) {
      value = (value << 6) | (values[bands.charCodeAt(band * charsOfBand + at) & 127] ?? 0)
    }
    into[band] = value
  }
  return count
}
