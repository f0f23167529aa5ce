import { createHash } from 'node:crypto'
import type { Media } from './reading'

const starts = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[at + index] === byte)
const riff = [0x52, 0x49, 0x46, 0x46]
const webp = [0x57, 0x45, 0x42, 0x50]

/** By content, whatever the name says. SVG is none: it can hold scripts. */
function mimeOf(bytes: Uint8Array): string | null {
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, 0, [0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  if (starts(bytes, 0, riff) && starts(bytes, 8, webp)) return 'image/webp'
  if (starts(bytes, 0, [0x42, 0x4d])) return 'image/bmp'
  return null
}

/** A picture that a file brings; null for what is none. */
export function pictureOf(bytes: Uint8Array, name: string): Media | null {
  const mime = mimeOf(bytes)
  return mime === null ? null : { hash: createHash('sha256').update(bytes).digest('hex'), mime, bytes, name }
}

/** How a picture stands in Markdown. */
export const pictureMarkdown = (hash: string, alt: string) => `![${alt.replace(/[[\]\\\n]/g, ' ')}](media:${hash})`

/** The hashes of the pictures that a text shows. */
export const picturesIn = (markdown: string) =>
  [...markdown.matchAll(/\]\(media:([0-9a-f]{64})\)/g)].map((m) => m[1] ?? '')
