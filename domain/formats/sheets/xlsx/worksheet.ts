import { finding } from '../../findings'
import { Unreadable } from '../../reading'
import { cellKey } from '../tables/sheet'
import { attribute, contentOf, soundText, stringText, tagsOf, unescaped } from './part-text'
import type { Placed } from './pictures'
import { displayed, type Style } from './styles'

export type Book = { strings: readonly string[]; styleAt: (at: number) => Style; is1904: boolean }
export type Range = { s: { r: number; c: number }; e: { r: number; c: number } }
export type Grid = { rows: string[][]; dates: Set<number>; merges: Range[]; pictures?: Placed[] }

const mostColumns = 200

/** `AB12` as row 11 and column 27, −1 where a part is missing. */
function position(name: string): { r: number; c: number } {
  let column = 0
  let at = 0
  for (; at < name.length && at < 4; at += 1) {
    const sign = name.charCodeAt(at) - 64
    if (sign < 1 || sign > 26) break
    column = column * 26 + sign
  }
  return { r: Number(name.slice(at)) - 1, c: column - 1 }
}

/** A string that the workbook refers to and does not have must not become an empty cell. */
function sharedText(value: string, { strings }: Book): string {
  const text = value === '' ? '' : strings[Number(value)]
  if (text === undefined) throw new Unreadable(finding('FILE_DAMAGED', {}, { seen: `sharedStrings ${value}` }))
  return text
}

function textOf(tag: string, body: string, book: Book): { text: string; isDate: boolean } {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return { text: soundText(stringText(body)), isDate: false }
  const value = contentOf(body, 'v')?.text ?? ''
  if (type === 's') return { text: sharedText(value, book), isDate: false }
  if (type === 'b') return { text: value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE', isDate: false }
  if (type === 'str' || type === 'e' || type === 'd') return { text: soundText(unescaped(value)), isDate: type === 'd' }
  const style = book.styleAt(Number(attribute(tag, 's') ?? 0))
  return { text: value === '' ? '' : displayed(value, style, book.is1904), isDate: style.isDate && value !== '' }
}

/** Reads the cells of a sheet's rows, as many as may be. A cell or row without a name stands after the one before it. */
class Cells {
  readonly rows: string[][] = []
  readonly dates = new Set<number>()
  private row = -1
  private column = -1

  constructor(
    private readonly book: Book,
    private readonly mostRows: number,
  ) {}

  /** @returns false when enough was read. */
  openRow(tag: string): boolean {
    const number = attribute(tag, 'r')
    this.row = number === undefined ? this.row + 1 : Number(number) - 1
    this.column = -1
    if (!(this.row >= 0 && this.row < this.mostRows)) return false
    while (this.rows.length <= this.row) this.rows.push([])
    return true
  }

  cell(tag: string, body: string) {
    const name = attribute(tag, 'r')
    this.column = name === undefined ? this.column + 1 : position(name).c
    const row = this.rows[this.row]
    if (!row || !(this.column >= 0 && this.column < mostColumns) || body === '') return
    const { text, isDate } = textOf(tag, body, this.book)
    while (row.length < this.column) row.push('')
    row[this.column] = text
    if (isDate) this.dates.add(cellKey(this.row, this.column))
  }
}

/** The rows of a worksheet; null when it is no whole worksheet. */
export function gridOf(xml: string, book: Book, mostRows: number): Grid | null {
  const start = xml.indexOf('<sheetData')
  const end = xml.indexOf('</sheetData>', start)
  const merges = tagsOf(xml.slice(Math.max(end, 0)), 'mergeCell').flatMap((tag) => {
    const [from = '', to = from] = (attribute(tag, 'ref') ?? '').split(':')
    const range = { s: position(from), e: position(to) }
    return range.s.r >= 0 && range.s.c >= 0 && range.e.r >= range.s.r ? [range] : []
  })
  if (!xml.includes('</worksheet>')) return null
  if (start < 0 || end < 0) return /<sheetData\s*\/>/.test(xml) ? { rows: [], dates: new Set(), merges } : null
  const cells = new Cells(book, mostRows)
  for (let at = xml.indexOf('<', start + 1); at >= 0 && at < end; at = xml.indexOf('<', at)) {
    const close = xml.indexOf('>', at)
    if (xml.startsWith('<row', at)) {
      if (!cells.openRow(xml.slice(at, close))) break
      at = close
    } else if (xml.startsWith('<c ', at) || xml.startsWith('<c>', at)) {
      const isEmpty = xml[close - 1] === '/'
      const closing = isEmpty ? close : xml.indexOf('</c>', close)
      if (closing < 0) return null
      cells.cell(xml.slice(at, close), isEmpty ? '' : xml.slice(close + 1, closing))
      at = closing + 1
    } else at += 1
  }
  return { rows: cells.rows, dates: cells.dates, merges }
}
