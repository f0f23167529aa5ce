import type { Draft } from '@/domain/formats/draft'
import { type Finding, finding, type Place } from '@/domain/formats/findings'
import { splitExplanation } from '@/domain/formats/text/option-explanations'
import { isChoice } from './draft-content'

/** An explanation “A项……B项……” could stand with each option: one press puts it there, and nothing is done without it. */
export function explanationOffer(draft: Draft, place: Place): Finding[] {
  const { options, explanation, type } = draft
  if ((type !== null && !isChoice(type)) || options.some((one) => one.explanation !== '')) return []
  const split = splitExplanation(explanation, options.length)
  if (!split) return []
  const patch = {
    explanation: split.common,
    options: options.map((option, at) => ({ ...option, explanation: split.options[at] ?? '' })),
  }
  const count = split.options.filter((one) => one !== '').length
  return [finding('EXPLANATION_SPLIT', place, { count }, [{ label: 'splitExplanation', patch }])]
}
