/** Our own format, as json-writer.ts writes it. Read field by field: what somebody has spoiled by hand spoils no more than itself. */
import { type Source, sourceSchema } from '@/domain/questions/input'
import { questionTypes } from '@/domain/questions/types'
import { type Draft, emptyDraft, letterAt } from '../draft'
import { type Finding, finding, type Place } from '../findings'
import { pictureOf } from '../media'
import type { Media, ReadQuestion } from '../reading'
import type { JsonNode } from './parse'

type Entries = ReadonlyMap<string, JsonNode>
const nothing: Entries = new Map()

export const entriesOf = (node: JsonNode | undefined): Entries => (node?.value instanceof Map ? node.value : nothing)
const listAt = (entries: Entries, name: string): JsonNode[] => {
  const value = entries.get(name)?.value
  return Array.isArray(value) ? value : []
}
export const textAt = (entries: Entries, name: string): string => {
  const value = entries.get(name)?.value
  return typeof value === 'string' ? value : ''
}
const numberAt = (entries: Entries, name: string): number | null => {
  const value = entries.get(name)?.value
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
const textsIn = (nodes: readonly JsonNode[]) => nodes.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

/** Plain objects of what zod is to look at; keys of a prototype are no fields of ours. */
function plain({ value }: JsonNode): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return value instanceof Map ? Object.fromEntries([...value].map(([key, node]) => [key, plain(node)])) : value
}

function keyOf(content: Entries, ids: readonly string[]): Partial<Draft> {
  const key = content.get('key')
  if (key?.value instanceof Map) {
    const [value, tolerance] = [numberAt(key.value, 'value'), numberAt(key.value, 'tolerance')]
    return { numeric: value === null ? null : { value, tolerance: tolerance ?? 0 } }
  }
  const list = listAt(content, 'key')
  if (list.some(({ value }) => Array.isArray(value)))
    return { blanks: list.map(({ value }) => textsIn(Array.isArray(value) ? value : [])) }
  // A letter that no option bears stays as it is, for the check to find.
  return { choices: textsIn(list).map((id) => (ids.includes(id) ? letterAt(ids.indexOf(id)) : id)) }
}

function draftOf(question: Entries, subject: string | null): Draft {
  const content = entriesOf(question.get('content'))
  const options = listAt(content, 'options').map(entriesOf)
  const material = entriesOf(content.get('material'))
  const group = entriesOf(question.get('group'))
  const [id, type] = [textAt(question, 'id'), textAt(content, 'type')]
  const sources = listAt(content, 'sources').map((node) => sourceSchema.safeParse(plain(node)))
  const points = listAt(content, 'markingPoints').map(entriesOf)
  const groupId = textAt(group, 'id') || textAt(material, 'id')
  return {
    ...emptyDraft,
    type: questionTypes.find((one) => one === type) ?? null,
    ...keyOf(
      content,
      options.map((option) => textAt(option, 'id')),
    ),
    stem: textAt(content, 'stem'),
    options: options.map((option) => {
      const weight = numberAt(option, 'weight')
      const words = { text: textAt(option, 'text'), explanation: textAt(option, 'explanation') }
      return weight === null ? words : { ...words, weight }
    }),
    modelAnswer: textAt(content, 'modelAnswer'),
    markingPoints: points.map((one) => ({ text: textAt(one, 'text'), points: numberAt(one, 'points') ?? 0 })),
    explanation: textAt(content, 'explanation'),
    subject,
    chapter: textAt(entriesOf(question.get('chapter')), 'key') || null,
    difficulty: numberAt(content, 'difficulty')?.toString() ?? null,
    points: numberAt(content, 'points'),
    year: numberAt(content, 'year'),
    topics: textsIn(listAt(content, 'topics')),
    sources: sources.flatMap(({ data }): Source[] => (data ? [data] : [])),
    checkedOn: textAt(content, 'checkedOn') || null,
    externalId: id ? { source: 'yilian', id } : null,
    material: material.size > 0 ? { title: textAt(material, 'title'), text: textAt(material, 'text') } : null,
    group: groupId ? { id: groupId, index: numberAt(group, 'index') ?? 1, of: numberAt(group, 'of') ?? 1 } : null,
  }
}

/** Pictures by the hash of what they really are; one that was changed is no longer found. */
export function ownMedia(root: Entries): Map<string, Media> {
  const found = listAt(root, 'media').flatMap((node) => {
    const entries = entriesOf(node)
    const picture = pictureOf(new Uint8Array(Buffer.from(textAt(entries, 'base64'), 'base64')), textAt(entries, 'name'))
    return picture ? [[picture.hash, picture] as const] : []
  })
  return new Map(found)
}

export function ownQuestions(root: Entries, limit: number): ReadQuestion[] {
  const subject = textAt(entriesOf(root.get('subject')), 'slug') || null
  return listAt(root, 'questions')
    .slice(0, limit + 1)
    .map((node) => {
      const place: Place = { line: node.line }
      const findings: Finding[] =
        node.value instanceof Map ? [] : [finding('SYNTAX', place, { seen: String(node.value) })]
      return { draft: draftOf(entriesOf(node), subject), place, findings }
    })
}
