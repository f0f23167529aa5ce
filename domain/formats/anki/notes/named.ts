import { type Draft, type DraftOption, emptyDraft, letterAt } from '../../draft'
import { finding, type Place } from '../../findings'
import { judgementIn, lettersIn } from '../../sheets/answers'
import { typeIn } from '../../sheets/type-words'
import { fieldFor, optionAt } from './field-names'
import { type NoteTexts, plainField } from './texts'

const option = (text: string): DraftOption => ({ text, explanation: '' })
const label = /^[（(]?([A-H])[)）]?\s*(?:[.．、:：]|(?<=[)）]))\s*(\S.*)$/

/** Options that stand under the stem, a line each: `A. …`, `B. …`. */
function split(markdown: string): { stem: string; options: DraftOption[] } {
  const lines = markdown.split('\n').map((line) => line.trim())
  const first = lines.findIndex((line) => label.exec(line)?.[1] === 'A')
  const rest = first < 0 ? [] : lines.slice(first).filter((line) => line !== '')
  const found = rest.map((line, at) => (label.exec(line)?.[1] === letterAt(at) ? label.exec(line)?.[2] : undefined))
  if (found.length < 2 || found.some((text) => text === undefined)) return { stem: markdown, options: [] }
  return {
    stem: lines.slice(0, first).join('\n').trim(),
    options: found.flatMap((text) => (text ? [option(text)] : [])),
  }
}

const barred = (html: string) => (html.includes('||') ? html.split('||') : null)

/** Options in one field (a line each, or between `||`), in fields of their own, or under the stem. */
function optionsOf(fields: ReadonlyMap<string, string>, texts: NoteTexts): DraftOption[] {
  const joined = fieldFor('options', fields)
  if (joined !== null && joined.trim() !== '') {
    const parts = barred(joined)
    if (parts) return parts.map((part) => option(texts.markdown(part)))
    const markdown = texts.markdown(joined)
    const labelled = split(markdown).options
    return labelled.length > 0
      ? labelled
      : markdown
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line) => option(line.trim()))
  }
  const own = [...fields].flatMap(([name, html]) => {
    const at = optionAt(name)
    return at === null || html.trim() === '' ? [] : [{ at, html }]
  })
  return own.sort((a, b) => a.at - b.at).map(({ html }) => option(texts.markdown(html)))
}

/** `1||3` counts options from 1, as the note types that separate by bars do. */
function barredKey(answer: string, count: number): string[] | null {
  const parts = answer.split('||').map((part) => part.trim())
  const numbers = parts.map(Number)
  return parts.every((part) => /^\d+$/.test(part)) && numbers.every((one) => one >= 1 && one <= count)
    ? numbers.map((one) => letterAt(one - 1))
    : null
}

/**
 * A note whose fields say by their names what they are. A front and a back with neither options nor a word that judges are a
 * question and its model answer.
 */
export function namedDraft(fields: ReadonlyMap<string, string>, texts: NoteTexts, place: Place): Draft | null {
  const front = fieldFor('stem', fields) ?? [...fields.values()][0] ?? ''
  const answerHtml = fieldFor('answer', fields) ?? ''
  const apart = optionsOf(fields, texts)
  const whole = texts.markdown(front)
  const { stem, options } = apart.length > 0 ? { stem: whole, options: apart } : split(whole)
  if (stem === '') return null
  const type = typeIn(plainField(fieldFor('type', fields) ?? ''))
  const explanation = texts.markdown(fieldFor('explanation', fields) ?? '')
  const chapter = plainField(fieldFor('chapter', fields) ?? '') || null
  const base: Draft = { ...emptyDraft, type, stem, options, explanation, chapter }
  const answer = plainField(answerHtml)
  if (options.length === 0) {
    const judged = judgementIn(answer)
    if (judged === null || answer === '')
      return { ...base, type: type ?? 'essay', modelAnswer: texts.markdown(answerHtml) }
    return { ...base, type: 'true-false', options: ['正确', '错误'].map(option), choices: [judged ? 'A' : 'B'] }
  }
  const isBarred = answerHtml.includes('||') || barred(fieldFor('options', fields) ?? '') !== null
  const choices =
    (isBarred ? barredKey(answer, options.length) : null) ??
    lettersIn(
      answer,
      options.map((one) => one.text),
    )
  if (choices === null) texts.findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: answer }))
  return { ...base, choices: choices ?? [] }
}
