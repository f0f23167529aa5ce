/**
 * JSON of other programs. Two passes: what is there first, then the keys, when the whole file has shown how it counts.
 * Example: `{"q": "…", "a": ["甲", "乙"], "ans": 1}` is 乙 when another question of the file has the key 0.
 */
import type { QuestionType } from '@/domain/questions/types'
import { type Draft, emptyDraft, letterAt } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import type { ReadOptions, ReadQuestion } from '../../reading'
import type { JsonNode } from '../parse'
import { textIn } from './fields'
import { type IndexBase, indexBase } from './keys'
import { keyOf } from './record-key'
import { otherParts, type Parts, partsOf, rawOf } from './record-parts'
import { typeOfWord } from './record-type'
import { type JsonRecord, recordsIn } from './records'
import { markdownIn } from './texts'

type Asked = { parts: Parts; shared: Partial<Draft> | null; index: number; of: number }

/** Long ids are the same wherever the file goes, so the file's name is no part of them. */
const idSource = 'json'

/** A question by itself, or the sub-questions of one that has them. `file` names the groups that have no id. */
function asked(record: JsonRecord, file: string): Asked[] {
  const parts = partsOf(record)
  const children = parts.children.flatMap((node) =>
    node.value instanceof Map
      ? [partsOf({ node, object: node.value, type: null, chapter: record.chapter, difficulty: record.difficulty })]
      : [],
  )
  if (children.length === 0) return [{ parts, shared: null, index: 1, of: 1 }]
  const shared = sharedOf(parts, file)
  return children.map((child, index) => ({ parts: child, shared, index: index + 1, of: children.length }))
}

/** What stands once above the sub-questions, and holds for each. */
function sharedOf(parent: Parts, file: string): Partial<Draft> {
  const { externalId, ...rest } = otherParts(parent, idSource)
  const text = [rest.material?.text, markdownIn(parent.stem).text].filter(Boolean).join('\n\n')
  const id = externalId?.id ?? `${file.slice(0, 80)}:${parent.record.node.line}`
  return { ...rest, material: { title: '', text }, group: { id, index: 1, of: 1 } }
}

/** Fixes for a number that counts from 0 or from 1: both readings, one press each. */
function numberFixes({ key, options }: Parts): Finding['fixes'] {
  const number = key && typeof key.value !== 'object' && /^\d{1,2}$/.test(textIn(key)) ? Number(textIn(key)) : null
  if (number === null) return undefined
  return [number - 1, number]
    .filter((index) => index >= 0 && index < options.length)
    .map((index) => ({ label: letterAt(index), patch: { choices: [letterAt(index)] } }))
}

/** `text` is the whole file: what has no type here keeps its own part of it. In a mended file lists may have run together. */
type Options = ReadOptions & { text: string; isMended: boolean }
type Within = { base: IndexBase; options: Options }

const isSet = (type: Draft['type']): type is QuestionType | null =>
  !['matching', 'ordering', 'unsupported'].includes(type ?? '')

/** What the sub-questions of a case have of it; their own fields come first. */
const fromShared = (own: Partial<Draft>, { shared, index, of }: Asked): Partial<Draft> =>
  shared === null
    ? {}
    : {
        chapter: own.chapter ?? shared.chapter ?? null,
        subject: own.subject ?? shared.subject ?? null,
        difficulty: own.difficulty ?? shared.difficulty ?? null,
        material: shared.material ?? null,
        group: shared.group ? { id: shared.group.id, index, of } : null,
      }

const shownOptions = ({ options }: Parts) =>
  options.map(({ text, explanation, weight }) => ({
    text: markdownIn(text).text,
    explanation: markdownIn(explanation).text,
    ...(weight !== undefined && { weight }),
  }))

function questionOf(asked: Asked, { base, options }: Within): ReadQuestion {
  const { parts } = asked
  const { node } = parts.record
  const place: Place = { line: node.line }
  const { type, isKnown } = typeOfWord(parts.typeWord, options.mapping?.values)
  const key = isSet(type) ? keyOf(parts, type, base) : {}
  const own = otherParts(parts, idSource)
  const stem = markdownIn(parts.stem).text
  const draft = { ...emptyDraft, type, options: shownOptions(parts), ...own, ...fromShared(own, asked), ...key, stem }
  const raw = {
    ...rawOf(parts),
    ...(!isKnown && { type: parts.typeWord ?? '' }),
    ...(!isSet(type) && { source: options.text.slice(node.start, node.end).slice(0, 10_000) }),
    ...(key === null && parts.key && { answer: textIn(parts.key) }),
  }
  const findings: Finding[] = []
  if (!isSet(type)) findings.push(finding('UNSUPPORTED_TYPE', place, { seen: parts.typeWord ?? '' }))
  if (key === null && parts.key)
    findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: textIn(parts.key) }, numberFixes(parts)))
  return { draft: { ...draft, raw }, place, findings }
}

/** The questions of a file and what is to be said of it as a whole: type codes nobody has told, fields of no meaning. */
export function foreignQuestions(roots: readonly JsonNode[], options: Options) {
  const all: Asked[] = []
  const findings: Finding[] = []
  for (const record of recordsIn(roots)) {
    if (all.length > options.limit) break
    all.push(...asked(options.isMended ? { ...record, type: null } : record, options.fileName))
  }
  const base = indexBase(all.flatMap(({ parts: { key, options: list } }) => (key ? [{ key, options: list }] : [])))
  const questions = all.map((one) => questionOf(one, { base, options }))
  const codes = all.flatMap(({ parts: { typeWord } }) =>
    typeOfWord(typeWord, options.mapping?.values).isCode ? [typeWord ?? ''] : [],
  )
  if (codes.length > 0) findings.push(finding('TYPE_CODES_ASK', {}, { seen: [...new Set(codes)].sort().join(', ') }))
  const unknown = new Set(questions.flatMap(({ draft }) => Object.keys(draft.raw)))
  for (const column of [...unknown].slice(0, 50)) findings.push(finding('COLUMN_UNKNOWN', {}, { seen: column }))
  return { questions, findings }
}
