import { finding } from '../findings'
import { Unreadable } from '../reading'

type Decoded = { text: string; encoding: string; guessed: boolean }

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Windows-1252 from 0x80 on. Node before 22 decodes these as control characters. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const withQuotes = (text: string) => text.replace(/[\u0080-\u009f]/g, (one) => western[one.charCodeAt(0) - 0x80] ?? one)

/** Sound UTF-8, ten times faster than by the decoder; null when something may be broken in it. */
function quickly(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.includes('\uFFFD') ? null : text.replace(/^\uFEFF/, '')
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  const sound = encoding === 'utf-8' ? quickly(bytes) : null
  if (sound !== null) return sound
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return /^(windows-1252|latin1|iso-8859-1)$/i.test(encoding) ? withQuotes(text) : text
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

/** UTF-16 has a zero beside each ASCII sign, always on the same side; text in another encoding has none at all. */
function wideEncoding(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096)
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < 2 || Math.min(even, odd) * 4 > Math.max(even, odd)) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** A file of UTF-8 with a few broken bytes is a damaged one; read as GB18030 it would be rubbish without an error. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return broken * 10 < sound
}

/** Accents of western Europe stand alone between letters, whereas bytes of Chinese come in pairs. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0
  for (const byte of bytes) {
    high = byte >= 0x80 ? high + 1 : 0
    if (high > 1) return false
  }
  return true
}

const damaged = (seen: string) => new Unreadable(finding('FILE_DAMAGED', {}, { seen }))

function guess(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  const wideText = wide && decode(bytes, wide)
  if (wide && wideText) return { text: wideText, encoding: wide, guessed: true }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false }
  if (isDamagedUtf8(bytes)) throw damaged('utf-8')
  if (isWestern(bytes))
    return { text: withQuotes(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252', guessed: true }
  const chinese = decode(bytes, 'gb18030')
  if (chinese === null) throw damaged('gb18030')
  return { text: chinese, encoding: 'gb18030', guessed: true }
}

/**
 * The text of a file in whatever encoding it is: byte order mark, then strict UTF-8, then strict GB18030; no detector,
 * because on short Chinese texts they all guess wrong. `forced` is what a person chose.
 * @throws Unreadable FILE_DAMAGED when the bytes are no text in it.
 */
export function decodeText(bytes: Uint8Array, forced?: string): Decoded {
  if (forced !== undefined) {
    const text = decode(bytes, forced)
    if (text === null) throw damaged(forced)
    return { text, encoding: forced, guessed: false }
  }
  for (const [encoding, mark] of marks)
    if (mark.every((byte, at) => bytes[at] === byte)) {
      const text = decode(bytes, encoding)
      if (text === null) throw damaged(encoding)
      return { text: text.replace(/^\uFEFF/, ''), encoding, guessed: false }
    }
  return guess(bytes)
}
