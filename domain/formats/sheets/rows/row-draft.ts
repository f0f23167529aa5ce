import { type Draft, type DraftType, emptyDraft } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import type { ReadQuestion } from '../../reading'
import type { Plan, RowType } from '../tables/plan'
import { columnName } from '../tables/sheet'
import { dateFindings } from './dates'
import { lostPictures, strayPictures, withoutPictures } from './picture-marks'
import { cellsOfRow, type RowCells } from './row-cells'
import { draftOptions, optionsOf, rightOptions } from './row-choices'
import { detailsOf, headingOf, markingOf, materialIn, unreadDetails } from './row-details'
import { keyIn } from './row-key'
import { gluedType, typeOfCell } from './row-type'

/** What the rows above said of those that follow: the type of their section. */
export type Section = { type: DraftType | null }

/** A question that is read step by step. */
type Question = {
  row: readonly string[]
  cells: RowCells
  named: RowType
  type: DraftType | null
  stem: string
  texts: string[]
  answers: string[]
  label: string | null
  key: ReturnType<typeof keyIn>
}

/**
 * The type that the row, its stem, its section or its sheet names. Options under the name of a type that has none, as in
 * 案例分析题 with A to D, leave it open: the key tells.
 */
function typeFor({ named, stemType, options }: Naming, { plan, section }: { plan: Plan; section: Section }) {
  const isNamed = named.type !== null || named.code !== undefined || named.unknown !== undefined
  const type = isNamed ? named.type : (stemType ?? section.type ?? plan.sheetType)
  const hasNone = type === 'essay' || (type === 'fill' && !isNamed)
  return hasNone && options >= 2 ? null : type
}
type Naming = { named: RowType; stemType: DraftType | null; options: number }

function questionIn(row: readonly string[], cells: RowCells, section: Section): Question {
  const { plan, one, all } = cells
  const glued = plan.isOwn ? null : gluedType(one('stem'))
  const named = typeOfCell(one('type'), plan)
  const { texts, stem } = optionsOf(row, plan, (glued?.stem ?? one('stem')) + strayPictures(row, plan))
  const naming = { named, stemType: glued?.type ?? null, options: texts.length }
  const type = typeFor(naming, { plan, section })
  const isOpen = type === 'essay' || type === null
  const answers = isOpen ? [...all('answer'), ...all('modelAnswer')] : all('answer').map(withoutPictures)
  const right = rightOptions(row, plan)
  const { isOwn, numbersName } = plan
  const key =
    right.length > 0
      ? { choices: right }
      : keyIn({ type, answers, options: texts.map(withoutPictures), stem, isOwn, numbersName })
  return { row, cells, named, type, stem, texts, answers, label: glued?.label ?? null, key }
}

/** What was not understood, by heading. */
function rawOf({ row, cells, named, answers, key }: Question, unread: [string, string][]): Record<string, string> {
  const { plan, one } = cells
  const typeless = named.unknown !== undefined || named.code !== undefined
  return Object.fromEntries([
    ...unread,
    ...plan.raw.flatMap(({ at, header }) => {
      const cell = withoutPictures(row[at] ?? '')
      return cell.trim() === '' ? [] : [[header, cell]]
    }),
    ...(markingOf(cells) === null ? [[headingOf(plan, 'markingPoints'), one('markingPoints')]] : []),
    ...(key === null ? [[headingOf(plan, 'answer'), answers.join('\n')]] : []),
    ...(typeless ? [[headingOf(plan, 'type'), one('type')]] : []),
  ])
}

const judgements = ['正确', '错误']
const withoutOptions: readonly (DraftType | null)[] = ['fill', 'essay', 'numeric']

function draftOf(question: Question): Draft {
  const { row, cells, type, stem, texts, label, key } = question
  const { plan, all } = cells
  const { shown } = plan
  const details = detailsOf(cells)
  const options = key?.judged ? judgements : withoutOptions.includes(type) ? [] : texts
  return {
    ...emptyDraft,
    ...details,
    type,
    stem: shown(stem),
    options: draftOptions(options, row, plan),
    choices: key?.choices ?? [],
    blanks: key?.blanks ?? [],
    numeric: key?.numeric ?? null,
    modelAnswer: shown(key?.modelAnswer ?? ''),
    markingPoints: markingOf(cells) ?? [],
    explanation: all('explanation').map(shown).join('\n\n'),
    label: details.label ?? label,
    material: materialIn(cells),
    raw: rawOf(question, unreadDetails(cells, details)),
  }
}

function findingsOf({ cells, named, answers, key }: Question, place: Place): Finding[] {
  const { plan, one } = cells
  const there = (field: 'type' | 'answer') => {
    const column = plan.columns.get(field)?.[0]
    return column === undefined || place.line !== undefined ? place : { ...place, column: columnName(column) }
  }
  const { unknown, type } = named
  return [
    ...(unknown === undefined ? [] : [finding('TYPE_UNKNOWN', there('type'), { seen: unknown })]),
    ...(type === 'matching' || type === 'ordering'
      ? [finding('UNSUPPORTED_TYPE', there('type'), { seen: one('type') })]
      : []),
    ...(key === null ? [finding('KEY_NOT_UNDERSTOOD', there('answer'), { seen: answers.join(' | ') })] : []),
    ...(markingOf(cells) === null ? [finding('UNSUPPORTED_PART', place, { seen: one('markingPoints') })] : []),
  ]
}

/** Reads a row as a question; `code` is a number of a type that nobody has explained. */
export function readRow(
  at: number,
  plan: Plan,
  section: Section,
): { question: ReadQuestion; code: string | undefined } {
  const { sheet } = plan.table
  const row = sheet.rows[at] ?? []
  const place = sheet.placeOf(at)
  const question = questionIn(row, cellsOfRow(row, at, plan), section)
  const draft = draftOf(question)
  const findings = [
    ...findingsOf(question, place),
    ...dateFindings(draft, at, { plan, place }),
    ...lostPictures(at, plan).map((seen) => finding('MEDIA_MISSING', place, { seen })),
  ]
  return { question: { draft, place, findings }, code: question.named.code }
}
