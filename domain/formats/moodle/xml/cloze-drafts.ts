import { type Draft, letterAt } from '../../draft'
import { type Finding, finding } from '../../findings'
import { markdownOf, plainOf } from '../../html'
import { childOf, textOf } from '../../xml'
import { choiceOf } from '../fractions'
import { numberIn } from '../gift/numeric'
import type { Context } from './answers'
import { type ClozePart, clozeParts } from './cloze'

/** A text with more is no question that anybody answers. */
const mostParts = 500

const typed = (html: string) => (/[<&]/.test(html) ? plainOf(markdownOf(html).text) : html.trim())

const wholeOf = (part: ClozePart) => part.answers.filter((one) => one.percent > 99.9)

function tellPartial(part: ClozePart, { texts, place }: Context) {
  const partial = part.answers.filter((one) => one.percent > 0 && one.percent <= 99.9)
  const seen = partial.map((one) => `${one.percent}% ${one.html}`).join('; ')
  if (seen) texts.findings.push(finding('UNSUPPORTED_PART', place, { seen }))
}

/** What one blank accepts; an asterisk stands for anything, and is no key. */
function acceptedIn(part: ClozePart, context: Context): string[] {
  tellPartial(part, context)
  const accepted = wholeOf(part).map((one) => typed(one.html))
  const wild = accepted.find((one) => /(?<!\\)\*/.test(one))
  if (wild === undefined)
    return [...new Set(accepted.filter((one) => one !== '').map((one) => one.replace(/\\\*/g, '*')))]
  context.texts.findings.push(finding('KEY_NOT_UNDERSTOOD', context.place, { seen: wild }))
  return []
}

/** A question, and the findings that are its own among those of its text. */
export type PartDraft = { draft: Partial<Draft>; own: Finding[] }

/** One part as a question by itself. */
function partDraft(part: ClozePart, context: Context): Partial<Draft> {
  const { texts, place, question } = context
  const element = childOf(question, 'questiontext') ?? question
  if (part.kind === 'typed') {
    const accepted = acceptedIn(part, context)
    return { type: 'fill', blanks: accepted.length > 0 ? [accepted] : [] }
  }
  if (part.kind === 'number') {
    tellPartial(part, context)
    const [first] = wholeOf(part)
    const numeric = first ? numberIn(typed(first.html)) : null
    if (first && !numeric) texts.findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: first.html }))
    return { type: 'numeric', numeric }
  }
  const options = part.answers.map((one) => ({
    text: texts.read(element, one.html),
    explanation: texts.read(element, one.feedback),
    percent: one.percent,
  }))
  const { findings, ...draft } = choiceOf(options, part.kind === 'choice', place)
  texts.findings.push(...findings)
  return draft
}

/**
 * A text with embedded answers: one blank, or several that are all typed, is one question; several of other kinds are
 * the questions of a group, with the text as material in which 【1】 stands for the first.
 */
export function clozeDrafts(context: Context): PartDraft[] {
  const { question, texts } = context
  const element = childOf(question, 'questiontext') ?? question
  const html = textOf(childOf(element, 'text') ?? element)
  const { parts, text } = clozeParts(html, () => '（　　）')
  const [first] = parts
  if (!first || parts.length > mostParts) return []
  if (parts.length === 1) return [{ draft: { stem: texts.read(element, text), ...partDraft(first, context) }, own: [] }]
  if (parts.every((one) => one.kind === 'typed')) {
    const blanks = parts.map((one) => acceptedIn(one, context))
    const key = blanks.every((one) => one.length > 0) ? blanks : []
    return [{ draft: { type: 'fill', stem: texts.read(element, text), blanks: key }, own: [] }]
  }
  const material = { title: '', text: texts.read(element, clozeParts(html, (n) => `【${n}】`).text) }
  return parts.map((part, index) => {
    const before = texts.findings.length
    const draft = { stem: `【${index + 1}】`, material, label: letterAt(index), ...partDraft(part, context) }
    return { draft, own: texts.findings.splice(before) }
  })
}
