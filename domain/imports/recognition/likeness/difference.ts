import type { QuestionContent } from '@/domain/questions/input'
import { type Run, runsOf } from './runs'

/** What differs between a question of the bank and one of a file, for the person who decides. */
export type Difference = { part: 'stem' | 'options' | 'key' | 'explanation'; runs: Run[] }

const optionLines = (content: QuestionContent) =>
  'options' in content ? content.options.map(({ id, text }) => `${id}. ${text}`).join('\n') : ''

function keyLine(content: QuestionContent): string {
  if (content.type === 'essay') return content.modelAnswer
  if (content.type === 'numeric') return `${content.key.value} ± ${content.key.tolerance}`
  if (content.type === 'fill') return content.key.map((accepted) => accepted.join(' / ')).join('；')
  const right = content.options.filter((option) => content.key.includes(option.id))
  return right.map(({ id, text }) => `${id}. ${text}`).join('\n')
}

const parts: readonly (readonly [Difference['part'], (content: QuestionContent) => string])[] = [
  ['stem', (content) => content.stem],
  ['options', optionLines],
  ['key', keyLine],
  ['explanation', (content) => content.explanation],
]

/** Only the parts that differ; empty when nothing that a candidate sees does. */
export function differenceOf(bank: QuestionContent, file: QuestionContent): Difference[] {
  return parts.flatMap(([part, textOf]) => {
    const [old, young] = [textOf(bank), textOf(file)]
    return old === young ? [] : [{ part, runs: runsOf(old, young) }]
  })
}
