import type { Draft, DraftType } from '../../draft'
import { letterAt } from '../../draft'
import { ownHeaders } from '../tables/plan'
import { markingLines } from './marking-lines'
import { joinParts } from './parts'
import { sourceLines } from './source-lines'

export type Locale = 'zh-CN' | 'en'
export type BankColumn = {
  'zh-CN': string
  en: string
  /** In characters. */
  width: number
  cell: (draft: Draft, locale: Locale) => string
  /** Written even where no question fills it. */
  isAlways?: true
}

export const typeWords: Record<DraftType, Record<Locale, string>> = {
  single: { 'zh-CN': '单选题', en: 'Single choice' },
  multiple: { 'zh-CN': '多选题', en: 'Multiple response' },
  'true-false': { 'zh-CN': '判断题', en: 'True or false' },
  fill: { 'zh-CN': '填空题', en: 'Fill in the blank' },
  numeric: { 'zh-CN': '数值题', en: 'Numeric' },
  essay: { 'zh-CN': '问答题', en: 'Essay' },
  matching: { 'zh-CN': '匹配题', en: 'Matching' },
  ordering: { 'zh-CN': '排序题', en: 'Ordering' },
  unsupported: { 'zh-CN': '', en: '' },
}

const idOf = ({ externalId }: Draft) => {
  if (!externalId) return ''
  return joinParts(externalId.source === 'yilian' ? [externalId.id] : [externalId.source, externalId.id], '|')
}

/** The key as its type has it: letters, blanks one a line, a number with what it may differ, a model answer. */
function keyCell({ type, choices, blanks, numeric, modelAnswer }: Draft): string {
  if (type === 'numeric')
    return numeric ? `${numeric.value}${numeric.tolerance === 0 ? '' : `±${numeric.tolerance}`}` : ''
  if (type === 'fill')
    return joinParts(
      blanks.map((accepted) => joinParts(accepted, '|')),
      '\n',
    )
  return type === 'essay' || (modelAnswer !== '' && choices.length === 0) ? modelAnswer : choices.join('')
}

/** A title stands above its text; a text that looks as if it had one gets an empty title. */
const materialCell = ({ material }: Draft) => {
  if (!material) return ''
  const hasTitle = material.title !== '' || /^【[^【】\n]*】\n/.test(material.text)
  return hasTitle ? `【${material.title}】\n${material.text}` : material.text
}

const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
const letters = Array.from({ length: 8 }, (_, index) => [index, letterAt(index)] as const)

const optionColumns: BankColumn[] = letters.map(([index, letter]) => ({
  'zh-CN': `选项${letter}`,
  en: `Option ${letter}`,
  width: 24,
  cell: ({ options }) => options[index]?.text ?? '',
  ...(index < 4 && { isAlways: true as const }),
}))
const explanationColumns: BankColumn[] = letters.map(([index, letter]) => ({
  'zh-CN': `${letter}项解析`,
  en: `Option ${letter} explanation`,
  width: 24,
  cell: ({ options }) => options[index]?.explanation ?? '',
}))
const weightColumns: BankColumn[] = letters.map(([index, letter]) => ({
  'zh-CN': `选项${letter}权重`,
  en: `Option ${letter} weight`,
  width: 10,
  cell: ({ options }) => number(options[index]?.weight),
}))

/** The columns of our own tables, in their order. Every heading is one that the reader knows. */
export const bankColumns: readonly BankColumn[] = [
  { ...ownHeaders.id, width: 14, cell: idOf, isAlways: true },
  {
    'zh-CN': '题型',
    en: 'Type',
    width: 10,
    cell: ({ type }, locale) => (type ? typeWords[type][locale] : ''),
    isAlways: true,
  },
  { 'zh-CN': '题干', en: 'Stem', width: 50, cell: ({ stem }) => stem, isAlways: true },
  ...optionColumns,
  { 'zh-CN': '答案', en: 'Answer', width: 12, cell: keyCell, isAlways: true },
  { 'zh-CN': '解析', en: 'Explanation', width: 40, cell: ({ explanation }) => explanation, isAlways: true },
  ...explanationColumns,
  ...weightColumns,
  { 'zh-CN': '章节', en: 'Chapter', width: 16, cell: ({ chapter }) => chapter ?? '', isAlways: true },
  { 'zh-CN': '难度', en: 'Difficulty', width: 8, cell: ({ difficulty }) => difficulty ?? '', isAlways: true },
  { 'zh-CN': '科目', en: 'Subject', width: 12, cell: ({ subject }) => subject ?? '' },
  { 'zh-CN': '题号', en: 'No.', width: 8, cell: ({ label }) => label ?? '' },
  { 'zh-CN': '分值', en: 'Points', width: 8, cell: ({ points }) => number(points) },
  { 'zh-CN': '年份', en: 'Year', width: 8, cell: ({ year }) => number(year) },
  { 'zh-CN': '知识点', en: 'Topics', width: 16, cell: ({ topics }) => joinParts(topics, '\n') },
  { 'zh-CN': '来源', en: 'Sources', width: 30, cell: ({ sources }) => sourceLines(sources) },
  { 'zh-CN': '材料编号', en: 'Case ID', width: 12, cell: ({ group }) => group?.id ?? '' },
  { 'zh-CN': '材料', en: 'Material', width: 50, cell: materialCell },
  {
    'zh-CN': '采分点',
    en: 'Marking points',
    width: 40,
    cell: ({ markingPoints }, locale) => markingLines(markingPoints, locale),
  },
  { 'zh-CN': '核对日期', en: 'Checked on', width: 12, cell: ({ checkedOn }) => checkedOn ?? '' },
]

/** Header and rows of these drafts, without the columns that nothing fills. */
export function bankTable(drafts: readonly Draft[], locale: Locale): { columns: BankColumn[]; rows: string[][] } {
  const cells = bankColumns.map((column) => drafts.map((draft) => column.cell(draft, locale)))
  const kept = bankColumns.flatMap((column, at) =>
    column.isAlways || cells[at]?.some((cell) => cell !== '') ? [at] : [],
  )
  return {
    columns: kept.flatMap((at) => bankColumns[at] ?? []),
    rows: drafts.map((_, row) => kept.map((at) => cells[at]?.[row] ?? '')),
  }
}
