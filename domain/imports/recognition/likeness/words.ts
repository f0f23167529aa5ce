import type { QuestionContent } from '@/domain/questions/input'

const shown = 24
const beginning = (text: string) => (text.length > shown ? `${[...text].slice(0, shown).join('')}…` : text)

/** The key as a finding shows it: with texts, since the options of a file may stand in another order. */
export function keyWords(content: QuestionContent): string {
  if (content.type === 'essay') return ''
  if (content.type === 'numeric') return String(content.key.value)
  if (content.type === 'fill') return content.key.map((accepted) => accepted[0] ?? '').join('；')
  const right = content.options.filter((option) => content.key.includes(option.id))
  return right.map(({ id, text }) => `${id} ${beginning(text)}`).join('；')
}
