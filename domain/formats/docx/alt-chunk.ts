import { markdownOf } from '../html'
import { pictureOf } from '../media'
import { decodeText } from '../sheets/encoding'
import { type Line, linesOf } from '../text/lines/lines'
import { type MimePart, mimeParts } from './mime'
import { withoutSigns } from './notes'
import type { Context } from './runs'

/**
 * A part of another kind within the document: web pages as MHT or HTML, plain text. Some programs write the whole text so.
 * A .docx within is not opened: it is told as lost.
 */
export function chunkLines(id: string, { file, notes }: Context, line: number): Line[] {
  const relation = file.relations.get(id)
  const bytes = relation && !relation.external ? file.parts.get(relation.target) : undefined
  if (!relation || !bytes) return [{ line, text: notes.add('MEDIA_MISSING', relation?.target ?? id) }]
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return [{ line, text: notes.add('UNSUPPORTED_PART', relation.target) }]
  const parts = mimeParts(bytes)
  const page = parts.find((part) => part.type === 'text/html') ?? parts.find((part) => part.type === 'text/plain')
  const text = page ? decoded(page) : decodeText(bytes).text
  if (page?.type === 'text/plain' || !/<(?:html|body|p|div|br|table|span)\b/i.test(text))
    return at(linesOf(text, false), line)
  const picture = (src: string) => {
    const found = parts.find((one) => one.location.endsWith(src) || src === `cid:${one.id}`)
    const media = found && src !== '' ? pictureOf(found.bytes, src.split('/').at(-1) ?? '') : null
    if (media) file.media.set(media.hash, media)
    return media?.hash ?? null
  }
  const { text: markdown, lost } = markdownOf(withoutSigns(text), { picture })
  const told = lost.map((what) => notes.add(what === 'math' ? 'MATH_LOST' : 'UNSUPPORTED_PART', what)).join('')
  const lines = at(linesOf(bare(markdown), true), line)
  return told === '' ? lines : [...lines, { line, text: told }]
}

/** Numbers that were typed, not listed, are escaped in Markdown; the grammar has to see them. */
const bare = (markdown: string) => markdown.replace(/^(\s*\d{1,9})\\([.)])/gm, '$1$2').replace(/\\$/gm, '')

const at = (lines: readonly Line[], line: number) => lines.map((one) => ({ ...one, line }))

function decoded({ bytes, charset }: MimePart): string {
  try {
    return new TextDecoder(/^gb/i.test(charset) ? 'gb18030' : charset, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return decodeText(bytes).text
    throw error
  }
}
