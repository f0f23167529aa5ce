import { type Draft, emptyDraft, letterAt } from '../draft'
import { type Finding, finding } from '../findings'
import type { ReadQuestion } from '../reading'
import { typeIn } from '../sheets/type-words'
import { unescaped } from './escape-inline'
import { leadingKey } from './keys/key-line'
import { markingPointsIn } from './keys/open-keys'
import { stemKeyIn } from './keys/stem-key'
import { keyOf } from './keys/understand'
import type { Field } from './lines/labels'
import { isOpen, type Material, type Parsed, typeOfParsed } from './outline/parsed'
import { ownSource } from './own-sources'
import { paragraphs } from './paragraphs'

type Writing = { groups: GroupIds; escaped: boolean }

export type GroupIds = (material: Material) => { id: string; of: number; index: (question: Parsed) => number }

/** What a question's lines say, as a draft: its key understood, or a finding why not. */
export function questionOf(parsed: Parsed, writing: Writing): ReadQuestion {
  const place = { line: parsed.line }
  const { escaped } = writing
  const how = { escaped, own: parsed.literal }
  const { draft, given } = basics(parsed, escaped)
  const findings = [...parsed.findings]
  const understood = given.map((key) => keyOf(draft, key, how))
  const distinct = new Map(understood.map((one) => [JSON.stringify(one), one]))
  const [only] = distinct.values()
  if (distinct.size > 1) findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: given.join(' ≠ ') }))
  else if (only) Object.assign(draft, only)
  else if (given.length > 0) findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: given.join('\n') }))
  for (const [letter, lines] of parsed.optionExplanations) explain(draft, letter, paragraphs(lines, escaped))
  if (parsed.proposed !== null) offer(findings, keyOf(draft, parsed.proposed, how), parsed.proposed)
  if (parsed.material) placeInGroup(draft, parsed, writing)
  return { draft, place, findings }
}

function explain(draft: Draft, letter: string, explanation: string) {
  const at = letter.charCodeAt(0) - 65
  draft.options = draft.options.map((option, index) => (index === at ? { ...option, explanation } : option))
}

function basics(parsed: Parsed, escaped: boolean): { draft: Draft; given: string[] } {
  const named = parsed.fields.get('type')?.[0]
  parsed.tag = (named ? typeIn(named) : null) ?? parsed.tag
  const type = typeOfParsed(parsed)
  const options = parsed.options.map(({ text }) => ({ text: paragraphs(text, escaped), explanation: '' }))
  const draft: Draft = { ...emptyDraft, type, stem: paragraphs(parsed.stem, escaped), options, raw: {} }
  draft.label = parsed.label
  draft.chapter = parsed.literal ? null : parsed.run.chapter
  draft.points = parsed.run.points
  draft.explanation = paragraphs(parsed.explanation, escaped)
  fill(draft, parsed)
  return { draft, given: keysGiven(parsed, draft) }
}

/** `答案：B。因为……`: what stands behind the key explains it. `A 或 B` is no key with a reason, and stays whole. */
function reasoned({ literal }: Parsed, draft: Draft, key: string): string {
  if (literal || (draft.options.length === 0 && draft.type !== 'true-false')) return key
  const leading = leadingKey(key)
  if (!leading || leading.rest === '' || !/^[\s【（(]*(?:[^A-Ha-h\s或和与及、]|解)/.test(leading.rest)) return key
  if (!/^\S{1,24}?[。；;,，\n（(【:：]/.test(key) || /^[^。；;\n]{0,20}[A-H]\s*[、,，]/.test(key)) return key
  draft.explanation = draft.explanation === '' ? leading.rest : `${leading.rest}\n\n${draft.explanation}`
  return leading.key
}

/** The keys of a question, wherever they stand; an empty line after 答案 is none. */
function keysGiven(parsed: Parsed, draft: Draft): string[] {
  const keys = parsed.keys.filter((key) => key.trim() !== '').map((key) => reasoned(parsed, draft, key))
  const bold = parsed.options.flatMap((option, at) => (option.bold ? [letterAt(at)] : []))
  if (bold.length > 0 && bold.length < parsed.options.length) keys.push(bold.join(''))
  if (isOpen(typeOfParsed(parsed))) {
    const model = parsed.fields.get('modelAnswer')
    return keys.length === 0 && model ? [model.join('\n')] : keys
  }
  if (parsed.literal) return keys
  const inStem = stemKeyIn(draft.stem, draft.options.length > 0 ? draft.options.length : null)
  if (!inStem || (draft.type === null && draft.options.length === 0 && /^[TF]$/.test(inStem.key))) return keys
  draft.stem = inStem.stem
  return [...keys, inStem.key]
}

/** A refused key, as a press of a button: the finding of the counts carries it. */
function offer(findings: Finding[], patch: Partial<Draft> | null, label: string) {
  const at = findings.findIndex((one) => one.code === 'KEY_COUNT_MISMATCH')
  const found = findings[at]
  if (found && patch) findings[at] = { ...found, fixes: [{ label: label.slice(0, 40), patch }] }
}

const topicsIn = (text: string) =>
  text
    .split(/[,，;；、|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 20)

function fill(draft: Draft, { fields, literal }: Parsed) {
  const all = (field: Field) => (fields.get(field) ?? []).map(unescaped)
  const first = (field: Field) => all(field).join(' ').trim() || null
  draft.chapter = first('chapter') ?? draft.chapter
  draft.subject = first('subject')
  draft.difficulty = first('difficulty')
  draft.checkedOn = /^\d{4}-\d{2}-\d{2}$/.exec(first('checkedOn') ?? '')?.[0] ?? null
  draft.topics = literal ? all('topics') : topicsIn(first('topics') ?? '')
  draft.year = Number(/(?:19|20)\d{2}/.exec(first('year') ?? '')?.[0] ?? 0) || null
  draft.points = Number(/\d+(?:\.\d+)?/.exec(first('points') ?? '')?.[0] ?? 0) || draft.points
  const source = first('source')
  if (literal) draft.sources = all('source').map(ownSource)
  else if (source) draft.sources = [{ bank: [...source].slice(0, 200).join(''), place: '' }]
  draft.markingPoints = markingPointsIn(fields.get('markingPoints') ?? [])
  const id = /^yilian[:/](\S{1,100})$/.exec(first('id') ?? '')?.[1]
  if (id) draft.externalId = { source: 'yilian', id }
  else if (first('id')) draft.raw = { id: first('id') ?? '' }
}

function placeInGroup(draft: Draft, parsed: Parsed, { groups, escaped }: Writing) {
  const { material } = parsed
  if (!material) return
  const { id, of, index } = groups(material)
  draft.material = { title: material.title, text: paragraphs(material.text, escaped) }
  draft.group = { id, index: index(parsed), of }
}
