/**
 * Where the questions are in JSON of any shape: lists at the top or under a name, lists by type or by chapter, one object on
 * each line, or pairs of `"stem|option|option": "answer"`.
 */
import { isAnyChoice, typeIn } from '../../sheets/type-words'
import type { JsonNode } from '../parse'
import { Fields, isText, textIn } from './fields'

/** An object that is a question, and what the lists around it say of it. */
export type JsonRecord = { node: JsonNode; object: Map<string, JsonNode> } & Around
type Around = { type: string | null; chapter: string | null; difficulty: string | null }
const nothingAround: Around = { type: null, chapter: null, difficulty: null }

const deepest = 8
const containers =
  /^(questions?|data|list|items?|records?|rows|results?|quiz(zes)?|exams?|banks?|题目|题库|试题|题目列表|content|body|payload|root|json|array|sections?|chapters?|章节)$/i

const difficulties = /^(easy|medium|hard|简单|容易|中等|一般|困难|易|中|难)$/i

/** Fields of `question: { … }` stand in for those of the object around it. */
function flattened(object: Map<string, JsonNode>): Map<string, JsonNode> {
  const inner = object.get('question')
  return inner?.value instanceof Map ? new Map([...object, ...inner.value]) : object
}

function isQuestion(node: JsonNode): boolean {
  if (!(node.value instanceof Map)) return false
  const fields = new Fields(flattened(node.value))
  const hasStem = fields.take('stem', (one) => isText(one) || one.value instanceof Map) !== null
  const hasMaterial = fields.take('material', isText) !== null
  const isList = (one: JsonNode) => typeof one.value === 'object'
  const hasChildren = fields.take('children', (one) => Array.isArray(one.value) && one.value.some(isQuestion)) !== null
  if (hasChildren) return hasMaterial || fields.hasCaseText
  if (!hasStem) return false
  const asks = (['answer', 'wrong', 'answerList'] as const).some((field) => fields.take(field) !== null)
  return (
    asks || fields.take('options', isList) !== null || fields.takeLettered().length > 0 || fields.take('type') !== null
  )
}

function aroundOf(key: string, around: Around): Around {
  if (typeIn(key) || isAnyChoice(key)) return { ...around, type: key }
  if (difficulties.test(key.trim())) return { ...around, difficulty: key.trim() }
  return containers.test(key.trim()) || /^\d+$/.test(key) ? around : { ...around, chapter: key }
}

/** The name of a chapter: of an object in a list that holds questions of its own. */
function named(object: Map<string, JsonNode>, around: Around): Around {
  const fields = new Fields(object)
  const chapter = fields.take('chapter', isText)?.node ?? object.get('name') ?? fields.take('stem', isText)?.node
  const name = chapter && isText(chapter) ? textIn(chapter) : ''
  return name === '' ? around : { ...around, chapter: name }
}

function* within(node: JsonNode, around: Around, depth: number): Generator<JsonRecord> {
  if (depth > deepest) return
  if (Array.isArray(node.value)) {
    for (const one of node.value) {
      const inner = one.value instanceof Map && depth > 0 && !isQuestion(one) ? named(one.value, around) : around
      yield* within(one, inner, depth + 1)
    }
  } else if (node.value instanceof Map) {
    if (isQuestion(node)) yield { node, object: flattened(node.value), ...around }
    else for (const [key, one] of node.value) yield* within(one, aroundOf(key, around), depth + 1)
  }
}

const pair = (stem: string, node: JsonNode): JsonRecord => {
  const [first = '', ...options] = stem.split('|').map((part) => part.trim())
  const at = { line: node.line, start: node.start, end: node.end }
  const list = options.map((value) => ({ ...at, value }))
  const object = new Map<string, JsonNode>([
    ['stem', { ...at, value: first }],
    ...(list.length > 0 ? [['options', { ...at, value: list }] as const] : []),
    ['answer', node],
  ])
  return { node, object, ...nothingAround }
}

const isPairs = ({ value }: JsonNode) =>
  value instanceof Map && value.size > 0 && [...value].every(([key, one]) => isText(one) && key.split('|').length >= 3)

/** The questions in a file, in its order. */
export function* recordsIn(roots: readonly JsonNode[]): Generator<JsonRecord> {
  for (const root of roots) {
    if (isPairs(root) && root.value instanceof Map) for (const [stem, node] of root.value) yield pair(stem, node)
    else yield* within(root, nothingAround, 0)
  }
}
