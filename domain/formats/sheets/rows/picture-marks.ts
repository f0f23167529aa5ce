import { pictureMarkdown } from '../../media'
import type { Plan } from '../tables/plan'

/** A picture among the text of a cell, until the text has become Markdown. */
export const pictureMark = (hash: string) => `\uE000${hash}\uE001`

const marks = /\uE000([0-9a-f]{64})\uE001/g

const hasPicture = (cell: string) => cell.includes('\uE000')
export const withoutPictures = (cell: string) => (hasPicture(cell) ? cell.replace(marks, '') : cell)
/** Hashes of pictures over a cell that its text does not show itself. */
const unnamed = (cell: string) =>
  [...cell.matchAll(marks)].map((match) => match[1] ?? '').filter((hash) => !cell.includes(`media:${hash}`))
export const picturesOnly = (cell: string) => unnamed(cell).map(pictureMark).join('')

/** Text as it is shown, with its pictures below; one that the text names already is not shown twice. */
export function withPictures(cell: string, shown: (text: string) => string): string {
  if (!hasPicture(cell)) return shown(cell)
  const text = shown(withoutPictures(cell))
  const added = [...new Set(unnamed(cell))].map((hash) => pictureMarkdown(hash, ''))
  return [text, ...added].filter((part) => part !== '').join('\n\n')
}

/** Pictures beside the text of a row: they belong to its stem. */
export function strayPictures(row: readonly string[], { texts }: Plan): string {
  let found = ''
  for (const [at, cell] of row.entries()) if (!texts.has(at) && hasPicture(cell)) found += picturesOnly(cell)
  return found
}

/** Pictures of a row that the file names and does not hold, or that are none. */
export function lostPictures(at: number, { table, columns, optionPictures }: Plan): string[] {
  const row = table.sheet.rows[at] ?? []
  const named = [...(columns.get('raw') ?? []), ...optionPictures].flatMap((column) => {
    const name = withoutPictures(row[column] ?? '').trim()
    return name !== '' && isPictureName(name, table.columns[column]?.header ?? '') ? [name] : []
  })
  return [...named, ...(table.sheet.lost.get(at) ?? [])]
}

const isPictureName = (name: string, header: string) =>
  /图|image|picture/i.test(header) && /\.(?:png|jpe?g|gif|webp|bmp|svg|emf|wmf)\b|^https?:/i.test(name)
