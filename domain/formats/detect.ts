import { containerFormat } from './detection/container'
import { markupFormat } from './detection/markup'
import { textFormat } from './detection/plain-text'
import { finding } from './findings'
import { type ImportFormat, Unreadable } from './reading'
import { decodeText } from './sheets/encoding'

/**
 * What a file is, by its content: the name only tells kinds of plain text apart that look the same. A zip of QTI is called
 * qti21 whatever its version; its reader says which.
 * @throws Unreadable FILE_EMPTY, FILE_DAMAGED, FORMAT_OLD_WORD, FORMAT_UNKNOWN
 */
export function detectFormat(bytes: Uint8Array, fileName: string): ImportFormat {
  if (bytes.length === 0) throw new Unreadable(finding('FILE_EMPTY', {}))
  const container = containerFormat(bytes)
  if (container) return container
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Unreadable(finding('FILE_EMPTY', {}))
  if (/^(MIME-Version:|From: <Saved by)/i.test(text))
    throw new Unreadable(finding('FORMAT_OLD_WORD', {}, { seen: 'MHT' }))
  return /^\s*<[?!a-zA-Z]/.test(text) ? markupFormat(text.slice(0, 100_000)) : textFormat(text, fileName)
}
