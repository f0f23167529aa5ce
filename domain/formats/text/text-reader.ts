import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { finding } from '../findings'
import { type Reading, type ReadOptions, Unreadable } from '../reading'
import { decodeText } from '../sheets/encoding'
import { escapeInline } from './escape-inline'
import { readLines } from './grammar'
import { linesOf } from './lines/lines'

/** Text files, Markdown, and what somebody pasted. */
export async function readText(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { text, encoding, guessed } = decodeText(bytes, options.mapping?.encoding)
  if (text.trim() === '') throw new Unreadable(finding('FILE_EMPTY', {}))
  const isMarkdown = /\.(md|markdown)$/i.test(options.fileName) || /^#{1,6} \S/m.test(text.slice(0, 100_000))
  const clean = repairRadicals(text.replaceAll('\u0000', ''))
  const lines = linesOf(isMarkdown ? clean : escapeInline(clean), isMarkdown)
  const { questions, findings } = readLines(lines, { limit: options.limit, escaped: !isMarkdown })
  return {
    format: isMarkdown ? 'markdown' : 'text',
    dialect: null,
    encoding,
    questions,
    findings: guessed ? [...findings, finding('ENCODING_GUESSED', {}, { seen: encoding })] : findings,
    media: new Map(),
    tables: [],
  }
}
