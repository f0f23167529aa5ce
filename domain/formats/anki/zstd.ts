import { Decompress } from 'fzstd'
import { finding } from '../findings'
import { Unreadable } from '../reading'

const magic = [0x28, 0xb5, 0x2f, 0xfd]
const largestWindow = 128 * 1024 * 1024
const step = 64 * 1024

export const isZstd = (bytes: Uint8Array) => magic.every((byte, at) => bytes[at] === byte)

/** How much memory a frame asks for before a byte has come out; its header may ask for anything. */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 32) !== 0
  if (!isSingle) {
    const window = bytes[5] ?? 0
    const base = 2 ** (10 + (window >> 3))
    return base + (base / 8) * (window & 7)
  }
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6] ?? 1
  const from = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0)
  let size = 0
  for (let at = sizeBytes - 1; at >= 0; at--) size = size * 256 + (bytes[from + at] ?? 0)
  return size
}

/** Unpacks a Zstandard file of at most `most` bytes. @throws Unreadable FILE_UNSAFE, FILE_DAMAGED */
export function unzstd(bytes: Uint8Array, most: number, path: string): Uint8Array {
  const unsafe = (seen: string) => new Unreadable(finding('FILE_UNSAFE', { path }, { seen }))
  const window = windowOf(bytes)
  if (window > Math.min(most, largestWindow)) throw unsafe(`${window} B`)
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Decompress((part) => {
    size += part.length
    if (size > most) throw unsafe(`${size} B`)
    parts.push(part.slice())
  })
  try {
    for (let at = 0; at < bytes.length; at += step)
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const seen = error instanceof Error ? error.message : String(error)
    throw new Unreadable(finding('FILE_DAMAGED', { path }, { seen }), { cause: error })
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
