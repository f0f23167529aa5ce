import type { Section } from '@/domain/exams/definition'
import type { QuestionContent } from './input'

const tooFewOrAll = 'multiple choice wants at least two right options and one wrong'

/** What makes a question of the right shape contradict itself: nobody could answer it rightly, or be marked. */
export function structureFaults(content: QuestionContent): string[] {
  const faults: string[] = []
  if ('options' in content) {
    const ids = content.options.map((option) => option.id)
    if (new Set(ids).size !== ids.length) faults.push('two options bear the same letter')
    if (ids.some((id, index) => id !== String.fromCharCode(65 + index)))
      faults.push('options are not A, B, C … in order')
    if (new Set(content.key).size !== content.key.length) faults.push('the key names an option twice')
    for (const id of content.key) if (!ids.includes(id)) faults.push(`the key names ${id}, which is no option`)
    if (content.type === 'multiple' && content.key.length < 2) faults.push(tooFewOrAll)
  }
  if (content.type === 'essay') {
    const ids = content.markingPoints.map((point) => point.id)
    if (new Set(ids).size !== ids.length) faults.push('two marking points bear the same id')
  }
  return faults
}

/**
 * What makes a question unfit to be set as the starter content is: it contradicts itself, does not fit its section, or
 * differs from what the paper has. Wording rules for writers (letters named in explanations, option length) are a matter
 * of the content check.
 * @returns faults in plain words; empty when it is fit.
 */
export function questionFaults(content: QuestionContent, section: Section): string[] {
  const faults = structureFaults(content)
  if (content.type !== section.type)
    faults.push(`type ${content.type} does not fit the section ${section.id} (${section.type})`)
  if (!('options' in content)) return faults
  const { length } = content.options
  if (section.options && length !== section.options) faults.push(`${length} options, the paper has ${section.options}`)
  if (new Set(content.options.map((option) => option.text.trim())).size !== length)
    faults.push('two options say the same')
  if (content.type === 'multiple' && content.key.length >= length) faults.push(tooFewOrAll)
  return faults
}
