import { type Draft, letterAt } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import type { Plan } from '../tables/plan'
import { cellKey, columnName } from '../tables/sheet'

/** What Excel makes of 3-4 when it is typed. */
const asDate =
  /^(?:(\d{1,2})月(\d{1,2})日|(\d{1,2})[-/](\d{1,2})|(\d{1,2})-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))$/

/** The numbers that a date may have been before the spreadsheet took it for one. */
function numbersIn(text: string): string | null {
  const match = asDate.exec(text)
  const [first, second] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]]
  return first && second ? `${first}-${second}` : null
}

/** Options whose cell the spreadsheet took for a date: the text stays as it is displayed, with what it may have been. */
export function dateFindings(draft: Draft, at: number, { plan, place }: { plan: Plan; place: Place }): Finding[] {
  const { dates } = plan.table.sheet
  if (dates.size === 0) return []
  return draft.options.flatMap(({ text }, index) => {
    const column = plan.options[index] ?? -1
    if (column < 0 || !dates.has(cellKey(at, column))) return []
    const guess = numbersIn(text)
    const mended = draft.options.map((one, other) => (other === index && guess ? { ...one, text: guess } : one))
    const fixes = guess && guess !== text ? [{ label: guess, patch: { options: mended } }] : undefined
    const params = { seen: text, guess: guess && guess !== text ? guess : 'none', option: letterAt(index) }
    return [finding('OPTION_LOOKS_LIKE_DATE', { ...place, column: columnName(column) }, params, fixes)]
  })
}
