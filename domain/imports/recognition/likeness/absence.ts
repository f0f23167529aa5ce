import { wholeAnswer } from '@/domain/imports/drafts/check-draft'
import type { QuestionContent } from '@/domain/questions/input'
import { normalOrRaw, tidyText } from '../normalise'

type Poor = { content: QuestionContent; chapterKey: string | null; difficultyGiven: boolean }

const absent = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const fieldsOf = ({ content, difficultyGiven }: Omit<Poor, 'chapterKey'>): Record<string, unknown> => ({
  explanation: tidyText(content.explanation),
  sources: content.sources.filter((source) => !('bank' in source)),
  topics: [...content.topics].sort(),
  difficulty: difficultyGiven ? content.difficulty : undefined,
  points: content.points,
  year: content.year,
  materialTitle: content.material?.title,
  markingPoints: pointsOf(content),
})

/** Those that the check puts in where a file has none were given by nobody. */
function pointsOf(content: QuestionContent): unknown[] {
  const points = content.type === 'essay' ? content.markingPoints : []
  return points.length === 1 && points[0]?.text === wholeAnswer
    ? []
    : points.map((one) => [tidyText(one.text), one.points])
}

/** What each option says beside its text, by that text. */
const besideOptions = (content: QuestionContent) =>
  'options' in content
    ? new Map(content.options.map((one) => [normalOrRaw(one.text), [tidyText(one.explanation), one.weight ?? null]]))
    : new Map<string, unknown[]>()

const textsOf = (content: QuestionContent) =>
  JSON.stringify([
    tidyText(content.stem),
    tidyText(content.material?.text ?? ''),
    content.type,
    'options' in content ? content.options.map(({ text }) => tidyText(text)).sort() : [],
    content.type === 'essay' ? tidyText(content.modelAnswer) : '',
  ])

const fits = (given: unknown, stored: unknown) => absent(given) || JSON.stringify(given) === JSON.stringify(stored)

/**
 * Whether a file only says less than the bank: Aiken has no explanations, most tables no sources. What a format cannot
 * hold was not taken away by anybody, and is no new version.
 */
export function isPoorer(item: Poor, { content: stored, chapterKey }: Pick<Poor, 'content' | 'chapterKey'>): boolean {
  if (item.chapterKey !== null && item.chapterKey !== chapterKey) return false
  if (textsOf(item.content) !== textsOf(stored)) return false
  const [given, had] = [fieldsOf(item), fieldsOf({ content: stored, difficultyGiven: true })]
  if (!Object.keys(given).every((name) => fits(given[name], had[name]))) return false
  const options = besideOptions(stored)
  return [...besideOptions(item.content)].every(([text, beside]) =>
    beside.every((value, at) => fits(value, options.get(text)?.[at])),
  )
}
