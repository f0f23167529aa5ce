import type { Section } from '@/domain/exams/definition'
import type { QuestionContent } from './input'

/**
 * What makes a question of the right shape unfit to be set: a key that names no option, a section it does not fit.
 * Wording rules for writers (letters named in explanations, option length) are a matter of the content check.
 * @returns faults in plain words; empty when it is fit.
 */
export function questionFaults(content: QuestionContent, section: Section): string[] {
  const faults: string[] = []
  if (content.type !== section.type)
    faults.push(`type ${content.type} does not fit the section ${section.id} (${section.type})`)
  if ('options' in content) {
    const ids = content.options.map((option) => option.id)
    if (new Set(ids).size !== ids.length) faults.push('two options bear the same letter')
    if (ids.some((id, index) => id !== String.fromCharCode(65 + index)))
      faults.push('options are not A, B, C … in order')
    if (section.options && ids.length !== section.options)
      faults.push(`${ids.length} options, the paper has ${section.options}`)
    if (new Set(content.options.map((option) => option.text.trim())).size !== ids.length)
      faults.push('two options say the same')
    if (new Set(content.key).size !== content.key.length) faults.push('the key names an option twice')
    for (const id of content.key) if (!ids.includes(id)) faults.push(`the key names ${id}, which is no option`)
    if (content.type === 'multiple' && (content.key.length < 2 || content.key.length >= ids.length))
      faults.push('multiple choice wants at least two right options and one wrong')
  }
  if (content.type === 'essay') {
    const ids = content.markingPoints.map((point) => point.id)
    if (new Set(ids).size !== ids.length) faults.push('two marking points bear the same id')
  }
  return faults
}
