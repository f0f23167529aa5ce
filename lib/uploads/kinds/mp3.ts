/** Kilobits a second and samples a second by the index in a frame's header: MPEG 1, layer III, then MPEG 2 and 2.5. */
const rates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const samples = [44_100, 48_000, 32_000]
/** By the two bits of the version: 2.5, reserved, 2, 1. */
const divisors = [4, null, 2, 1]

/** How far sound may begin behind a tag, and how many frames have to follow each other to be no accident. */
const searched = 64 * 1024
const inARow = 3

/** Bytes of the frame that begins here; null where none does. ISO 11172-3, 2.4.1.3. */
function frameBytes(bytes: Uint8Array, at: number): number | null {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const divisor = divisors[(second >> 3) & 3]
  const sampleRate = samples[(third >> 2) & 3]
  const isLayerThree = ((second >> 1) & 3) === 1
  if (first !== 0xff || second >> 5 !== 7 || !isLayerThree || !divisor || !sampleRate) return null
  const rate = rates[divisor === 1 ? 1 : 2][third >> 4]
  if (!rate) return null
  const padding = (third >> 1) & 1
  return Math.floor(((divisor === 1 ? 144_000 : 72_000) * rate) / (sampleRate / divisor)) + padding
}

function framesFrom(bytes: Uint8Array, start: number): number {
  let found = 0
  for (let at = start; found < inARow; found++) {
    const length = frameBytes(bytes, at)
    if (length === null) break
    at += length
  }
  return found
}

/** Bytes of the ID3 tag at the beginning; 0 where there is none. Its size has seven bits to a byte. */
function tagBytes(head: Uint8Array): number {
  if (head.length < 10 || Buffer.from(head.subarray(0, 3)).toString('latin1') !== 'ID3') return 0
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
  const hasFooter = ((head[5] ?? 0) & 16) !== 0
  return 10 + size + (hasFooter ? 10 : 0)
}

/** Whether MP3 frames follow each other behind the tag. @param read bytes of the file, fewer at its end */
export async function holdsFrames(read: (from: number, length: number) => Promise<Uint8Array>): Promise<boolean> {
  const bytes = await read(tagBytes(await read(0, 10)), searched)
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (framesFrom(bytes, at) >= inARow) return true
  return false
}
