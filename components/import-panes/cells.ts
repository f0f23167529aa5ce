import { type Draft, letterAt } from '@/domain/formats/draft'
import type { Finding, FindingCode } from '@/domain/formats/findings'
import type { Source } from '@/domain/questions/input'

/** One cell of what was read: a field of ours (its words are under `imports.field`), or a column as the file names it. */
export type Cell = { key: string; field: string; values: Record<string, string>; text: string; own: boolean }

const cell = (field: string, text: string, values: Record<string, string> = {}): Cell => ({
  key: field + Object.values(values).join(),
  field,
  values,
  text,
  own: false,
})

function sourceText(source: Source): string {
  if ('law' in source) return `《${source.law}》${source.article}`
  if ('document' in source) return `《${source.document}》${source.section}`
  if ('theory' in source) return `${source.theory}（${source.author}）`
  return [source.bank, source.place].filter(Boolean).join(' ')
}

function keyCells({ choices, blanks, numeric, modelAnswer, markingPoints }: Draft): Cell[] {
  return [
    cell('answer', choices.join('')),
    ...blanks.map((accepted, index) => cell('blank', accepted.join(' / '), { number: String(index + 1) })),
    cell('numeric', numeric ? `${numeric.value} ± ${numeric.tolerance}` : ''),
    cell('modelAnswer', modelAnswer),
    cell('markingPoints', markingPoints.map(({ text, points }) => `${text}（${points}）`).join('\n')),
  ]
}

/** What was read of a question, cell by cell, as the file has it; what was not understood comes last. */
export function cellsOf(draft: Draft, typeName: string): Cell[] {
  const { options, raw } = draft
  const always = ['type', 'stem', 'answer']
  const cells = [
    cell('material', draft.material?.text ?? ''),
    cell('type', typeName),
    cell('stem', draft.stem),
    ...options.map(({ text }, index) => cell('option', text || '—', { letter: letterAt(index) })),
    ...keyCells(draft),
    cell('explanation', draft.explanation),
    ...options.map((one, index) => cell('optionExplanation', one.explanation, { letter: letterAt(index) })),
    cell('chapter', draft.chapter ?? ''),
    cell('subject', draft.subject ?? ''),
    cell('difficulty', draft.difficulty ?? ''),
    cell('points', draft.points === null ? '' : String(draft.points)),
    cell('year', draft.year === null ? '' : String(draft.year)),
    cell('topics', draft.topics.join('、')),
    cell('sources', draft.sources.map(sourceText).join('\n')),
    cell('label', draft.label ?? ''),
  ].filter(({ field, text }) => text !== '' || (always.includes(field) && !hasOtherKey(field, draft)))
  const own = Object.entries(raw).map(([field, text]) => ({ key: `raw ${field}`, field, values: {}, text, own: true }))
  return [...cells, ...own]
}

const hasOtherKey = (field: string, { blanks, numeric, modelAnswer }: Draft) =>
  field === 'answer' && (blanks.length > 0 || numeric !== null || modelAnswer !== '')

const about: Partial<Record<FindingCode, string>> = {
  STEM_MISSING: 'stem',
  TYPE_UNKNOWN: 'type',
  TYPE_INFERRED: 'type',
  TYPE_KEY_CLASH: 'answer',
  TYPE_CODES_ASK: 'type',
  SECTION_MISSING: 'type',
  KEY_MISSING: 'answer',
  KEY_NOT_IN_OPTIONS: 'answer',
  KEY_NOT_UNDERSTOOD: 'answer',
  KEY_ALL_RIGHT: 'answer',
  KEY_CONFLICT: 'answer',
  OPTION_EMPTY: 'option',
  OPTION_LOOKS_LIKE_DATE: 'option',
  EXPLANATION_SPLIT: 'explanation',
  CHAPTER_UNKNOWN: 'chapter',
  SUBJECT_UNKNOWN: 'subject',
  SUBJECT_FOREIGN: 'subject',
  DIFFICULTY_UNKNOWN: 'difficulty',
  MARKING_POINTS_MISSING: 'modelAnswer',
}

/** Whether a finding speaks of a cell. Of an option it names which; an error's cell is outlined, a warning's too. */
export function isOffending(one: Cell, findings: readonly Finding[]): boolean {
  return findings.some(({ code, severity, params, place }) => {
    if (severity === 'info') return false
    if (one.own) return place.column === one.field || params.column === one.field
    return (
      about[code] === one.field && (one.field !== 'option' || !params.option || params.option === one.values.letter)
    )
  })
}
