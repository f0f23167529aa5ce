import type { Draft } from '../draft'
import type { Finding, Place } from '../findings'
import { bankTable, type Locale } from './columns/bank-columns'
import { placeText } from './columns/place-text'
import { ownHeaders } from './tables/plan'
import { workbookOf } from './writing/workbook'

/** An item of an import; its position is what it is known by when the sheet comes back. */
export type ErrorItem = { position?: number; draft: Draft; place: Place; findings: readonly Finding[] }

const sheetNames = { 'zh-CN': '待改题目', en: 'To be mended' }

/** Headings of what was not understood, the commonest first; a table has room for so many. */
function rawHeaders(items: readonly ErrorItem[]): string[] {
  const counts = new Map<string, number>()
  for (const { draft } of items)
    for (const name of Object.keys(draft.raw)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const own = new Set(Object.values(ownHeaders).flatMap((one) => Object.values(one)))
  return [...counts].flatMap(([name]) => (own.has(name) ? [] : [name])).slice(0, 30)
}

/**
 * The questions that have to be mended, as a workbook in the columns of our own tables: what is wrong stands in the first,
 * and the sheet is imported again when it is done. Where each item stood is in a hidden column.
 */
export function errorSheet(
  items: readonly ErrorItem[],
  words: (finding: Finding) => string,
  locale: Locale,
): Promise<Uint8Array> {
  const { columns, rows } = bankTable(
    items.map(({ draft }) => draft),
    locale,
  )
  const raw = rawHeaders(items)
  const header = [ownHeaders.position[locale], ownHeaders.message[locale], ownHeaders.place[locale]]
  return workbookOf([
    {
      name: sheetNames[locale],
      widths: [8, 50, 16, ...columns.map((column) => column.width), ...raw.map(() => 16)],
      header: [...header, ...columns.map((column) => column[locale]), ...raw],
      rows: items.map(({ draft, place, findings, position }, at) => [
        String(position ?? at + 1),
        findings.map(words).join('\n'),
        placeText(place),
        ...(rows[at] ?? []),
        ...raw.map((name) => (Object.hasOwn(draft.raw, name) ? (draft.raw[name] ?? '') : '')),
      ]),
      hidden: [0, 3],
    },
  ])
}
