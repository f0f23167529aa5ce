import { type Draft, emptyDraft, letterAt } from '../../draft'
import { finding, type Place } from '../../findings'
import { type NoteTexts, plainField } from './texts'

/** Of the note type “AllInOne (kprim, mc, sc)”: `QType` 0, 1 or 2, `Q_1` to `Q_5`, and `Answers` as `1 0 0`. */
export const isAllInOne = (fields: ReadonlyMap<string, string>) =>
  ['QType', 'Q_1', 'Answers'].every((name) => fields.has(name))

export function allInOneDraft(fields: ReadonlyMap<string, string>, texts: NoteTexts, place: Place): Draft {
  const field = (name: string) => fields.get(name) ?? ''
  const stem = texts.markdown(field('Question'))
  const written = [...fields].filter(([name, html]) => /^Q_\d$/.test(name) && html.trim() !== '')
  const options = written.map(([, html]) => ({ text: texts.markdown(html), explanation: '' }))
  const explanation = [field('Extra 1'), field('Sources')]
    .map((html) => texts.markdown(html))
    .filter(Boolean)
    .join('\n\n')
  const kind = plainField(field('QType'))
  const draft: Draft = { ...emptyDraft, stem, options, explanation }
  if (kind === '0') {
    // Each statement is judged by itself: no type of ours.
    texts.findings.push(finding('UNSUPPORTED_TYPE', place, { seen: 'kprim' }))
    return { ...draft, type: 'unsupported', raw: Object.fromEntries(fields) }
  }
  const marks = plainField(field('Answers')).split(/\s+/)
  const isUnderstood = marks.length >= options.length && marks.every((mark) => mark === '1' || mark === '0')
  if (!isUnderstood) texts.findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: marks.join(' ') }))
  const choices = isUnderstood ? marks.flatMap((mark, at) => (mark === '1' ? [letterAt(at)] : [])) : []
  return { ...draft, type: kind === '1' ? 'multiple' : kind === '2' ? 'single' : null, choices }
}
