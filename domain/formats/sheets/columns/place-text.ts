import type { Place } from '../../findings'

/** `Sheet1!C12`, `第12行` as `12`: short, and the same in every language. */
export function placeText({ sheet, row, column, line, path }: Place): string {
  const cell = row === undefined ? '' : `${column ?? ''}${row}`
  return [sheet, cell || (line === undefined ? '' : String(line)), path].filter((part) => part).join('!')
}
