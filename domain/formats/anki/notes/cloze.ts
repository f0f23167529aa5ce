import { type Draft, emptyDraft } from '../../draft'
import { type NoteTexts, plainField } from './texts'

const deletion = /\{\{c\d{1,3}::((?:(?!\{\{|\}\}).){1,2000}?)\}\}/gs
export const hasCloze = (fields: readonly string[]) => fields.some((field) => /\{\{c\d{1,3}::/.test(field))

/** A text with deletions is one question, however many cards Anki makes of it; a hint is left out. */
export function clozeDraft(fields: readonly string[], texts: NoteTexts): Draft | null {
  const at = fields.findIndex((field) => /\{\{c\d{1,3}::/.test(field))
  const blanks: string[][] = []
  const stem = (fields[at] ?? '').replace(deletion, (_, inner: string) => {
    blanks.push([plainField(inner.split('::')[0] ?? '')])
    return '（　）'
  })
  if (blanks.length === 0 || blanks.some(([accepted]) => accepted === '') || /\{\{c\d/.test(stem)) return null
  const rest = fields.filter((_, index) => index !== at)
  const explanation = rest
    .map((field) => texts.markdown(field))
    .filter(Boolean)
    .join('\n\n')
  return { ...emptyDraft, type: 'fill', stem: texts.markdown(stem), blanks, explanation }
}
