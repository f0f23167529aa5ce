/** A question as its form holds it: the parts of every type at once, so that changing the type loses nothing. */
import { letterAt } from '@/domain/formats/draft'
import type { MarkingPoint, QuestionContent, Source } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'

export type FormOption = { text: string; explanation: string; right: boolean; weight?: number }

export type QuestionForm = {
  type: QuestionType
  stem: string
  explanation: string
  options: FormOption[]
  /** One line for each blank, what is accepted parted by `|`. */
  blanks: string
  value: string
  tolerance: string
  modelAnswer: string
  markingPoints: MarkingPoint[]
  topics: string
  sources: Source[]
  checkedOn: string
  difficulty: number
  material: { id: string; title: string; text: string } | null
  /** What no field shows, and is kept as it is. */
  kept: { points?: number; year?: number }
}

export const isChoice = (type: QuestionType) => type === 'single' || type === 'multiple' || type === 'true-false'

const emptyOption: FormOption = { text: '', explanation: '', right: false }
const judged = (): FormOption[] => ['正确', '错误'].map((text) => ({ ...emptyOption, text }))

export const emptyForm: QuestionForm = {
  type: 'single',
  stem: '',
  explanation: '',
  options: Array.from({ length: 4 }, () => emptyOption),
  blanks: '',
  value: '',
  tolerance: '0',
  modelAnswer: '',
  markingPoints: [],
  topics: '',
  sources: [],
  checkedOn: '',
  difficulty: 3,
  material: null,
  kept: {},
}

/** Another type for the same words: true-false has its own two options, the others keep theirs. */
export function withType(form: QuestionForm, type: QuestionType): QuestionForm {
  if (type === 'true-false' && form.type !== type) return { ...form, type, options: judged() }
  if (type === 'single') {
    const first = form.options.findIndex((one) => one.right)
    return { ...form, type, options: form.options.map((one, index) => ({ ...one, right: index === first })) }
  }
  return { ...form, type }
}

export function formOf(content: QuestionContent): QuestionForm {
  const { type, stem, explanation, topics, sources, checkedOn, difficulty, material, points, year } = content
  const shared = { stem, explanation, sources, difficulty, topics: topics.join('、'), checkedOn: checkedOn ?? '' }
  const kept = { ...(points !== undefined && { points }), ...(year !== undefined && { year }) }
  const form = { ...emptyForm, ...shared, type, material: material ?? null, kept }
  if (type === 'fill') return { ...form, blanks: content.key.map((accepted) => accepted.join(' | ')).join('\n') }
  if (type === 'numeric') return { ...form, value: String(content.key.value), tolerance: String(content.key.tolerance) }
  if (type === 'essay') return { ...form, modelAnswer: content.modelAnswer, markingPoints: content.markingPoints }
  const options = content.options.map(({ id, ...option }) => ({ ...option, right: content.key.includes(id) }))
  return { ...form, options }
}

const partsOf = (line: string, by: RegExp) =>
  line
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function keyOf(form: QuestionForm) {
  if (form.type === 'fill') return { key: partsOf(form.blanks, /\n/).map((line) => partsOf(line, /\|/)) }
  if (form.type === 'numeric') return { key: { value: Number(form.value), tolerance: Number(form.tolerance) } }
  if (form.type === 'essay') return { modelAnswer: form.modelAnswer, markingPoints: form.markingPoints }
  return {
    options: form.options.map(({ right: _right, ...option }, index) => ({ id: letterAt(index), ...option })),
    key: form.options.flatMap(({ right }, index) => (right ? [letterAt(index)] : [])),
  }
}

/** What a source may leave open. */
const optional: readonly string[] = ['place', 'url', 'licence', 'effectiveOn']

const isNamed = (source: Source) =>
  Object.entries(source).every(([name, text]) => optional.includes(name) || text.trim() !== '')

/** Whether so much is there that it can be shown; whether it holds together is for the server to say. */
export function isComplete({ type, stem, options, blanks, value, modelAnswer, sources }: QuestionForm): boolean {
  if (stem.trim().length < 2 || !sources.every(isNamed)) return false
  if (isChoice(type)) return options.some((one) => one.right) && options.every((one) => one.text.trim() !== '')
  if (type === 'fill') return blanks.trim() !== ''
  return type === 'numeric' ? value.trim() !== '' : modelAnswer.trim() !== ''
}

/** What is sent; the server says whether it holds together, field by field. */
export function contentOf(form: QuestionForm) {
  const { type, stem, explanation, sources, difficulty, material, checkedOn, kept } = form
  return {
    type,
    stem,
    explanation,
    sources,
    difficulty,
    topics: partsOf(form.topics, /[、,，;；]/),
    ...(checkedOn && { checkedOn }),
    ...(material && { material }),
    ...kept,
    ...keyOf(form),
  }
}
