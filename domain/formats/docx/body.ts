import type { Line } from '../text/lines/lines'
import type { Literal } from '../text/lines/literal'
import { listSign } from '../text/paragraphs'
import { childOf, childrenOf, type Element } from '../xml'
import { chunkLines } from './alt-chunk'
import { Numbering, valOf } from './numbering'
import { partOf } from './package'
import { type Context, inlineOf } from './runs'
import { isHeading, numberedAs, type Style, stylesIn } from './styles'
import { plainTable, tableLines } from './tables'

type Walk = Context & { numbering: Numbering; styles: ReadonlyMap<string, Style>; paragraphs: number }

const wrappers = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag', 'txbxContent'])

/** The lines of the document, tables and boxes among them, counted by paragraphs. */
export function bodyLines(context: Context): Line[] {
  const { file } = context
  const body = childOf(file.document, 'body')
  const walk = {
    ...context,
    numbering: new Numbering(partOf(file, 'numbering')),
    styles: stylesIn(partOf(file, 'styles')),
    paragraphs: 0,
  }
  return body ? [...blocks(body, walk)] : []
}

function* blocks(element: Element, walk: Walk): Generator<Line> {
  for (const child of childrenOf(element)) {
    if (child.local === 'p') yield* paragraph(child, walk)
    else if (child.local === 'tbl') yield* table(child, walk)
    else if (child.local === 'altChunk')
      yield* chunkLines(child.attributes.get('r:id') ?? '', walk, walk.paragraphs + 1)
    else if (child.local === 'AlternateContent') {
      const chosen = childOf(child, 'Choice') ?? childOf(child, 'Fallback')
      if (chosen) yield* blocks(chosen, walk)
    } else if (wrappers.has(child.local)) yield* blocks(child, walk)
  }
}

function* paragraph(element: Element, walk: Walk): Generator<Line> {
  walk.paragraphs += 1
  const line = walk.paragraphs
  const pPr = childOf(element, 'pPr')
  const own = ownLiteral(pPr)
  if (own !== undefined) return yield* ownParagraph(element, own, walk)
  const numbered = numberedAs(walk.styles, pPr)
  const label = numbered ? walk.numbering.label(numbered) : ''
  const { text, boxes } = inlineOf(element, walk)
  const [first = '', ...others] = text.split('\n').map((one) => one.trim())
  const shown = label === '' || first === '' ? first : `${punctuated(label)}\t${first}`
  if (shown !== '' || boxes.length === 0)
    yield { line, text: shown, ...(isHeading(walk.styles, pPr) && { heading: true }) }
  // Word has no blank lines of its own: an empty paragraph is one, a line within a paragraph is none.
  for (const one of others) if (one !== '') yield { line, text: one }
  for (const box of boxes) yield* blocks(box, walk)
}

/** The style of a paragraph of ours; null for the title, which is no part of any question. */
function ownLiteral(pPr: Element | undefined): Literal | null | undefined {
  const style = pPr && valOf(childOf(pPr, 'pStyle'))
  if (style === 'Title' || style === 'Subtitle') return null
  return style?.startsWith('Yilian') ? (style.slice(6).toLowerCase() as Literal) : undefined
}

function ownParagraph(element: Element, literal: Literal | null, walk: Walk): Line[] {
  if (literal === null) return []
  const { text } = inlineOf(element, { ...walk, own: true })
  const trimmed = text.trimEnd().replace(/^ +/, '')
  return trimmed === ''
    ? []
    : [{ line: walk.paragraphs, text: literal === 'list' ? listSign + trimmed : trimmed, literal }]
}

/** A counter without a sign (`3`) would be taken for part of the text. */
const punctuated = (label: string) => (/[\dA-Za-z]$/.test(label) ? `${label}.` : label)

function table(element: Element, walk: Walk): Line[] {
  const line = walk.paragraphs + 1
  const rows = []
  for (const row of rowsOf(element)) {
    const cells = []
    for (const cell of rowCells(row)) cells.push({ lines: [...blocks(cell, walk)] })
    rows.push(cells)
  }
  const tblPr = childOf(element, 'tblPr')
  const isOwn = tblPr !== undefined && valOf(childOf(tblPr, 'tblStyle')) === 'YilianTable'
  return isOwn ? plainTable(rows, line).map((one) => ({ ...one, literal: 'text' })) : tableLines(rows, line)
}

const through = (element: Element, local: string): Element[] =>
  childrenOf(element).flatMap((child) => {
    if (child.local === local) return [child]
    return wrappers.has(child.local) ? through(child, local) : []
  })
const rowsOf = (element: Element) => through(element, 'tr')
const rowCells = (element: Element) => through(element, 'tc')
