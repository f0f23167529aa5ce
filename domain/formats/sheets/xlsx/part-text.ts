import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { scriptOf } from '../../html/escape'

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The text of XML, with what a workbook escapes besides: `_x000D_`. */
export function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, (_, hex, decimal, name) =>
        name
          ? (entities[String(name).toLowerCase()] ?? '')
          : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Signs that are put right; most cells have none. */
const rare = /[\r\u2e80-\u2fd5]|\p{Surrogate}|\p{Cc}/u

/** A text as a draft may have it: one kind of line end, no radicals of a PDF, nothing that the store refuses. */
export function soundText(text: string): string {
  if (!rare.test(text)) return text
  return repairRadicals(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
}

/** The content of the first element of a name, or null. Names are followed by `>` or by attributes. */
export function contentOf(xml: string, name: string, from = 0): { text: string; end: number } | null {
  let start = xml.indexOf(`<${name}`, from)
  while (start >= 0 && !/[\s>/]/.test(xml[start + name.length + 1] ?? '')) start = xml.indexOf(`<${name}`, start + 1)
  const open = start < 0 ? -1 : xml.indexOf('>', start)
  if (open < 0) return null
  if (xml[open - 1] === '/') return { text: '', end: open + 1 }
  const close = xml.indexOf(`</${name}>`, open)
  return close < 0 ? null : { text: xml.slice(open + 1, close), end: close + name.length + 3 }
}

/** Every text of a string and its runs; readings of characters are left out, small 2s of H₂O are kept. */
export function stringText(xml: string): string {
  const bare = xml.includes('<rPh') ? xml.replace(/<rPh\b[^>]*>.*?<\/rPh>/gs, '') : xml
  const isScripted = bare.includes('vertAlign')
  let text = ''
  let raised: string | undefined
  for (let at = 0; ; ) {
    const found = contentOf(bare, 't', at)
    if (!found) return text
    if (isScripted) raised = /<vertAlign val="(sub|super)script"/.exec(bare.slice(at, found.end))?.[1]
    const run = unescaped(found.text)
    text += raised ? scriptOf(raised === 'sub' ? 'sub' : 'sup', run) : run
    at = found.end
  }
}

/** The value of an attribute in a start tag. */
export function attribute(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`)
  if (start < 0) return undefined
  const from = start + name.length + 3
  const end = tag.indexOf('"', from)
  return end < 0 ? undefined : tag.slice(from, end)
}

/** Start tags of a name, in order. */
export const tagsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}\\s[^>]{0,4000}>`, 'g'))].map((match) => match[0])
