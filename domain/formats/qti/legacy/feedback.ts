import { childrenOf, descendantsOf, type Element } from '../../xml'
import { attribute } from '../names'
import type { Texts } from '../texts'
import { materialOf } from './material'

const general = /^general|^(correct_fb|general_incorrect_fb)$/

/** Feedback by its name, and what of it explains the question. */
export function feedbackIn(item: Element, texts: Texts) {
  const all = childrenOf(item, 'itemfeedback')
  const feedback = new Map(all.map((one) => [attribute(one, 'ident'), materialOf(one, texts)]))
  const solutions = all.flatMap((one) => descendantsOf(one, 'solutionmaterial')).map((one) => materialOf(one, texts))
  const plain = [
    feedback.get('general_fb') ?? '',
    ...solutions,
    ...[...feedback].flatMap(([name, text]) => (/^(solution|explanation|general)$/i.test(name) ? [text] : [])),
  ]
  const kept = [...feedback].filter(([name, text]) => text !== '' && general.test(name) && name !== 'general_fb')
  return {
    feedback,
    explanation: [...new Set(plain)].filter((one) => one !== '').join('\n\n'),
    raw: Object.fromEntries(kept),
  }
}
