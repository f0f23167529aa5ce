import { type Draft, letterAt } from '../../draft'
import { childOf, childrenOf, descendantsOf, type Element, textOf } from '../../xml'
import { attribute, numberIn } from '../names'
import { htmlIn, type Texts } from '../texts'

/** QTI 3 puts what is shown into a content body. */
const bodyOf = (element: Element): Element => childOf(element, 'contentBody') ?? element

type Feedback = { explanation: string; options: Map<string, string>; raw: Record<string, string> }
const verdict = /correct|right|wrong|true|false|partial/i

/**
 * Modal feedback: what bears the name of a choice explains it; what is shown whatever was answered explains the question;
 * what only says right or wrong is kept aside, unless there is nothing else.
 */
export function feedbackIn(item: Element, choices: readonly string[], texts: Texts): Feedback {
  const options = new Map<string, string>()
  const general: string[] = []
  const verdicts: string[] = []
  for (const one of childrenOf(item, 'modalFeedback')) {
    const identifier = attribute(one, 'identifier')
    const choice = choices.find(
      (id) => id === identifier || `feedback_${id}`.toLowerCase() === identifier.toLowerCase(),
    )
    const text = texts.of(htmlIn(bodyOf(one)))
    if (text === '') continue
    if (choice !== undefined) options.set(choice, text)
    else if (verdict.test(identifier)) verdicts.push(text)
    else if (!general.includes(text)) general.push(text)
  }
  const raw: Record<string, string> = {}
  if (general.length > 0 && verdicts.length > 0) raw.feedback = verdicts.join('\n')
  return { explanation: (general.length > 0 ? general : [...new Set(verdicts)]).join('\n\n'), options, raw }
}

const withClass = (element: Element, name: string) =>
  descendantsOf(element, 'div', 'ol', 'ul', 'span').filter((one) => attribute(one, 'class').split(/\s+/).includes(name))

/** Rubrics for markers: a model answer and marking points where they are told apart, else one text. */
export function rubricsIn(body: Element, texts: Texts): Partial<Draft> & { others: string[] } {
  const rubrics = descendantsOf(body, 'rubricBlock')
  const scorers = rubrics.filter((one) => /scorer|tutor|author/.test(attribute(one, 'view'))).map(bodyOf)
  const others = rubrics
    .filter((one) => !/scorer|tutor|author/.test(attribute(one, 'view')))
    .map((one) => texts.of(htmlIn(bodyOf(one))))
  const answers = scorers.flatMap((one) => withClass(one, 'model-answer'))
  const points = scorers.flatMap((one) => withClass(one, 'marking-points')).flatMap((one) => childrenOf(one, 'li'))
  const whole = scorers.filter((one) => withClass(one, 'model-answer').length === 0)
  return {
    others: others.filter((one) => one !== ''),
    modelAnswer: (answers.length > 0 ? answers : whole).map((one) => texts.of(htmlIn(one))).join('\n\n'),
    markingPoints: points.map((one) => markingPoint(one, texts)),
  }
}

function markingPoint(item: Element, texts: Texts) {
  const [worth] = withClass(item, 'points')
  const [words] = withClass(item, 'point')
  return { text: texts.of(htmlIn(words ?? item)), points: numberIn(textOf(worth)) ?? 1 }
}

/** Explanations of choices by their identifiers, as options in order. */
export const explained = (options: Draft['options'], ids: readonly string[], told: ReadonlyMap<string, string>) =>
  options.map((option, index) => {
    const explanation = option.explanation || (told.get(ids[index] ?? '') ?? told.get(letterAt(index)) ?? '')
    return { ...option, explanation }
  })
