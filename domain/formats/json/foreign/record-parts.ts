import type { Draft } from '../../draft'
import { letterAt } from '../../draft'
import type { JsonNode } from '../parse'
import { Fields, isFilled, isText, type JsonField, textIn } from './fields'
import { type JsonOption, optionsIn } from './options'
import type { JsonRecord } from './records'
import { markdownIn } from './texts'

/** A question of another program, taken apart; its key is not read yet. */
export type Parts = {
  record: JsonRecord
  fields: Fields
  stem: string
  options: JsonOption[]
  key: JsonNode | null
  typeWord: string | null
  children: JsonNode[]
}

const asksSomething = ({ value }: JsonNode) =>
  value instanceof Map &&
  new Fields(value).take('stem', isText) !== null &&
  (['answer', 'answerList'] as const).some((field) => new Fields(value).take(field) !== null)
const isChildren = ({ value }: JsonNode) => Array.isArray(value) && value.some(asksSomething)

const bare = (text: string, index: number): JsonOption => ({
  id: letterAt(index),
  text,
  explanation: '',
  isRight: null,
})

/** `correct_answer` and `incorrect_answers`: put in the order of their texts, since the file's own would give the key away. */
function fromWrong(right: JsonNode, wrong: JsonNode): JsonOption[] {
  const texts = [right, ...(Array.isArray(wrong.value) ? wrong.value : [wrong])].map(textIn)
  return [...new Set(texts)].sort().map(bare)
}

const lettered = (fields: Fields) =>
  fields.takeLettered().map(({ letter, node }) => ({ ...bare(textIn(node), letter), id: letterAt(letter) }))

/**
 * Options and key. Options stand in a list, in fields of their own, or beside the wrong ones; `answers` are options where
 * they say which is right, or where another field is the key, and else the key.
 */
function asked(fields: Fields): { options: JsonOption[]; key: JsonNode | null; hasWrong: boolean } {
  const list = fields.take('options', (node) => optionsIn(node).length >= 2)?.node
  const own = list ? optionsIn(list) : lettered(fields)
  const named = fields.take('answer')?.node ?? null
  const wrong = own.length > 0 ? undefined : fields.take('wrong')?.node
  if (wrong && named) return { options: fromWrong(named, wrong), key: named, hasWrong: true }
  const isList = (node: JsonNode) => optionsIn(node).length >= 2 && (named !== null || isObjects(node))
  const answers = own.length > 0 ? undefined : fields.take('answerList', isList)?.node
  if (answers) return { options: optionsIn(answers), key: named, hasWrong: false }
  return { options: own, key: named ?? fields.take('answerList')?.node ?? null, hasWrong: false }
}

const isObjects = ({ value }: JsonNode) => Array.isArray(value) && value.every((one) => one.value instanceof Map)

export function partsOf(record: JsonRecord): Parts {
  const fields = new Fields(record.object)
  const children = fields.take('children', isChildren)?.node.value
  const stem = textIn(fields.take('stem', (node) => isFilled(node) && !Array.isArray(node.value))?.node)
  // A word tells a type where a code beside it does not.
  const typeNode = (
    fields.take('type', (node) => isText(node) && !/^\d*$/.test(textIn(node))) ?? fields.take('type', isText)
  )?.node
  const { options, key, hasWrong } = asked(fields)
  // Who lists the wrong answers says `multiple` of a question with one right answer among several.
  const typeWord = hasWrong ? null : typeNode ? textIn(typeNode) : record.type
  return { record, fields, stem, options, key, typeWord, children: Array.isArray(children) ? children : [] }
}

/** A number that a file gives as an id is none when it may only count: 17 is where the question stands. */
const isId = (text: string) => text.length >= 8 && !/^\d{1,9}$/.test(text)

const list = (node: JsonNode | undefined) =>
  node === undefined ? [] : Array.isArray(node.value) ? node.value.map(textIn) : textIn(node).split(/[,，;；、]/)

/** Everything but stem, type, options and key. `source` names the bank for ids that are ids. */
export function otherParts({ fields, record }: Parts, source: string): Partial<Draft> {
  const text = (field: JsonField) => textIn(fields.take(field, isText)?.node)
  const number = (field: JsonField) => Number(text(field) || Number.NaN)
  const [year, points, id, bank] = [number('year'), number('points'), text('id'), text('source')]
  const material = markdownIn(text('material')).text
  return {
    explanation: markdownIn(textIn(fields.take('explanation', isFilled)?.node)).text,
    chapter: textIn(fields.take('chapter')?.node).replaceAll('\n', '/') || record.chapter,
    subject: text('subject') || null,
    difficulty: text('difficulty') || record.difficulty,
    points: points > 0 ? points : null,
    year: Number.isInteger(year) ? year : null,
    topics: list(fields.take('topics')?.node)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    sources: bank ? [{ bank: bank.slice(0, 200), place: '' }] : [],
    externalId: isId(id) ? { source, id } : null,
    label: text('label') || (isId(id) ? null : id || null),
    material: material ? { title: '', text: material } : null,
  }
}

/** What has no meaning here, by its name. */
export const rawOf = ({ fields }: Parts): Record<string, string> =>
  Object.fromEntries(
    fields.left.flatMap(({ key, node }) => {
      const text = textIn(node).slice(0, 2000)
      return text === '' || key === '__proto__' ? [] : [[key, text]]
    }),
  )
