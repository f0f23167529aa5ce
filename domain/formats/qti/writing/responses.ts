/** What a question asks for, what is right, and how it scores: declarations, interactions and processing of each type. */
import type { QuestionContent } from '@/domain/questions/input'
import { htmlOf, inlineHtmlOf } from '../../html'
import { escapeXml } from '../../xml'
import type { Tag } from './markup'

type Picture = (hash: string) => string | null
export type Asking = { content: QuestionContent; tag: Tag; picture: Picture }
/** `body` is the stem with what is asked; each is markup. */
export type Answering = { declarations: string; body: string; processing: string; outcomes: string }

const response = 'RESPONSE'
const value = (tag: Tag, text: string) => tag('value', {}, escapeXml(text))
const correct = (tag: Tag, values: readonly string[]) =>
  tag('correctResponse', {}, ...values.map((one) => value(tag, one)))
const float = (tag: Tag, number: number) => tag('baseValue', { baseType: 'float' }, String(number))
const setScore = (tag: Tag, inner: string) => tag('setOutcomeValue', { identifier: 'SCORE' }, inner)
const variable = (tag: Tag, identifier: string) => tag('variable', { identifier })
const stemOf = ({ content, picture }: Asking) => htmlOf(content.stem, picture)

function whenRight(tag: Tag, condition: string, points: number) {
  const right = tag('responseIf', {}, condition, setScore(tag, float(tag, points)))
  return tag('responseCondition', {}, right, tag('responseElse', {}, setScore(tag, float(tag, 0))))
}

type Choice = Extract<QuestionContent, { options: unknown }>

function choice(content: Choice, asking: Asking): Answering {
  const { tag, picture } = asking
  const cardinality = content.type === 'multiple' ? 'multiple' : 'single'
  const weights = content.options.flatMap((one) => (one.weight === undefined ? [] : [{ ...one, weight: one.weight }]))
  const entries = weights.map(({ id, weight }) => tag('mapEntry', { mapKey: id, mappedValue: weight }))
  const mapping = entries.length > 0 ? tag('mapping', { defaultValue: 0 }, ...entries) : ''
  const choices = content.options.map(({ id, text }) =>
    tag('simpleChoice', { identifier: id }, inlineHtmlOf(text, picture)),
  )
  const isRight = tag('match', {}, variable(tag, response), tag('correct', { identifier: response }))
  const score = mapping
    ? setScore(tag, tag('mapResponse', { identifier: response }))
    : whenRight(tag, isRight, content.points ?? 1)
  const isExplained = content.options.some(({ explanation }) => explanation !== '')
  const declared = { identifier: response, cardinality, baseType: 'identifier' }
  const asked = { responseIdentifier: response, shuffle: 'false', maxChoices: cardinality === 'single' ? 1 : 0 }
  return {
    declarations: tag('responseDeclaration', declared, correct(tag, content.key), mapping),
    outcomes: isExplained ? tag('outcomeDeclaration', { ...declared, identifier: 'FEEDBACK' }) : '',
    body: `${stemOf(asking)}${tag('choiceInteraction', asked, ...choices)}`,
    processing: `${score}${isExplained ? tag('setOutcomeValue', { identifier: 'FEEDBACK' }, variable(tag, response)) : ''}`,
  }
}

const blank = /（[\s\u3000]*）/g

/** Boxes stand in the blanks of the stem when there are as many of them, else after it. */
function fill({ key, points }: Extract<QuestionContent, { type: 'fill' }>, asking: Asking): Answering {
  const { tag } = asking
  const share = (points ?? key.length) / key.length
  const names = key.map((_, index) => (key.length === 1 ? response : `${response}_${index + 1}`))
  const boxes = names.map((name) => tag('textEntryInteraction', { responseIdentifier: name }))
  const stem = stemOf(asking)
  const isInside = (stem.match(blank) ?? []).length === key.length
  let at = 0
  const declarations = key.map((accepted, index) => {
    const entries = accepted.map((one) => tag('mapEntry', { mapKey: one, mappedValue: share, caseSensitive: 'false' }))
    const declared = { identifier: names[index] ?? response, cardinality: 'single', baseType: 'string' }
    const mapping = tag('mapping', { defaultValue: 0 }, ...entries)
    return tag('responseDeclaration', declared, correct(tag, accepted.slice(0, 1)), mapping)
  })
  const worth = names.map((identifier) => tag('mapResponse', { identifier }))
  return {
    declarations: declarations.join(''),
    outcomes: '',
    body: isInside
      ? stem.replace(blank, () => boxes[at++] ?? '')
      : `${stem}${boxes.map((box) => `<p>${box}</p>`).join('')}`,
    processing: setScore(tag, worth.length === 1 ? worth.join('') : tag('sum', {}, ...worth)),
  }
}

function numeric({ key, points }: Extract<QuestionContent, { type: 'numeric' }>, asking: Asking): Answering {
  const { tag } = asking
  const { value: right, tolerance } = key
  const exact = {
    toleranceMode: tolerance === 0 ? 'exact' : 'absolute',
    tolerance: tolerance === 0 ? null : `${tolerance} ${tolerance}`,
  }
  const isEqual = tag('equal', exact, variable(tag, response), tag('correct', { identifier: response }))
  const declared = { identifier: response, cardinality: 'single', baseType: 'float' }
  return {
    declarations: tag('responseDeclaration', declared, correct(tag, [String(right)])),
    outcomes: '',
    body: `${stemOf(asking)}<p>${tag('textEntryInteraction', { responseIdentifier: response })}</p>`,
    processing: whenRight(tag, isEqual, points ?? 1),
  }
}

/** Marked by a person: the model answer and the marking points are a rubric that candidates do not see. */
function essay(content: Extract<QuestionContent, { type: 'essay' }>, asking: Asking): Answering {
  const { tag, picture } = asking
  const points = content.markingPoints.map(
    (one) =>
      `<li><span class="point">${inlineHtmlOf(one.text, picture)}</span> <span class="points">${one.points}</span></li>`,
  )
  const rubric = `<div class="model-answer">${htmlOf(content.modelAnswer, picture)}</div><ol class="marking-points">${points.join('')}</ol>`
  const isNew = tag('a', {}) !== '<a/>'
  const block = isNew
    ? tag('rubricBlock', { view: 'scorer', use: 'scoring' }, tag('contentBody', {}, rubric))
    : tag('rubricBlock', { view: 'scorer' }, rubric)
  return {
    declarations: tag('responseDeclaration', { identifier: response, cardinality: 'single', baseType: 'string' }),
    outcomes: '',
    body: `${stemOf(asking)}${tag('extendedTextInteraction', { responseIdentifier: response })}${block}`,
    processing: '',
  }
}

export function answeringOf(asking: Asking): Answering {
  const { content } = asking
  if (content.type === 'fill') return fill(content, asking)
  if (content.type === 'numeric') return numeric(content, asking)
  return content.type === 'essay' ? essay(content, asking) : choice(content, asking)
}
