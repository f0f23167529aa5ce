import type { Place } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'

/** The key as a finding shows it. */
export function keyWords(content: QuestionContent): string {
  if (content.type === 'essay') return ''
  if (content.type === 'numeric') return String(content.key.value)
  if (content.type === 'fill') return content.key.map((accepted) => accepted[0] ?? '').join('；')
  return content.key.join('')
}

/** A place in a few characters: 「Sheet1!12」. */
export const placeWords = ({ sheet, row, line, path }: Place) =>
  [sheet, row ?? line, path].filter((one) => one !== undefined).join('!')
