import { SSF } from '@e965/xlsx'
import { attribute, contentOf, tagsOf, unescaped } from './part-text'

/** How cells of one style show a number. */
export type Style = { format: string | number; isDate: boolean; isGeneral: boolean }

const general: Style = { format: 'General', isDate: false, isGeneral: true }

/** The styles that cells name by their position. */
export function stylesIn(xml: string): (at: number) => Style {
  const own = new Map(
    tagsOf(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), unescaped(attribute(tag, 'formatCode') ?? '')]),
  )
  const builtIn = SSF.get_table() as Record<number, string | undefined>
  const styles = tagsOf(contentOf(xml, 'cellXfs')?.text ?? '', 'xf').map((tag): Style => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    const format = own.get(id) ?? builtIn[Number(id)] ?? 'General'
    return { format, isDate: SSF.is_date(format), isGeneral: format === 'General' }
  })
  return (at) => styles[at] ?? general
}

/** A number as its cell displays it; what no format can show, as it is. */
export function displayed(value: string, { format, isGeneral }: Style, is1904: boolean): string {
  if ((isGeneral || format === '@') && /^-?\d{1,11}$/.test(value)) return value
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  try {
    return SSF.format(format, number, { date1904: is1904 }).trim()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return value
  }
}
