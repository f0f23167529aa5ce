import { letterAt } from '../../draft'
import type { JsonNode } from '../parse'
import { isText, textIn } from './fields'

/** An option as the file has it: what it is called there, and whether it says itself that it is right. */
export type JsonOption = { id: string; text: string; explanation: string; weight?: number; isRight: boolean | null }

const ids = ['id', 'label', 'key', 'letter', 'option', 'name', 'prefix', 'index', 'code', 'value', 'no', '选项']
const texts = ['text', 'content', 'html', 'value', 'title', 'desc', 'option', 'label', 'name', 'answer', 'body', '内容']
const truths = [
  'correct',
  'isCorrect',
  'is_correct',
  'iscorrect',
  'isRight',
  'is_right',
  'right',
  'isAnswer',
  'is_answer',
]
const reasons = ['explanation', 'feedback', 'analysis', 'rationale', '解析']
const shares = ['weight', 'fraction']

const named = (object: ReadonlyMap<string, JsonNode>, list: readonly string[], except?: string) =>
  list.find((name) => name !== except && object.has(name) && object.get(name)?.value !== null)
const textAt = (object: ReadonlyMap<string, JsonNode>, name: string | undefined) =>
  name === undefined ? '' : textIn(object.get(name))

/** True, 1, "true"; false, 0, "false"; null when the option does not say. */
export function truthOf(node: JsonNode | undefined): boolean | null {
  const word = node === undefined ? '' : textIn(node).toLowerCase()
  return /^(true|1|yes|y|是|对|正确)$/.test(word) ? true : /^(false|0|no|n|否|错|错误)$/.test(word) ? false : null
}

function fromObject(object: ReadonlyMap<string, JsonNode>, index: number): JsonOption {
  const text = named(object, texts)
  const id = named(object, ids, text)
  const weight = Number(textAt(object, named(object, shares)) || Number.NaN)
  const truth = named(object, truths)
  return {
    id: textAt(object, id) || letterAt(index),
    // { "A": "…" }: an option that is its own only entry.
    text: text === undefined && object.size === 1 ? textIn([...object.values()][0]) : textAt(object, text),
    explanation: textAt(object, named(object, reasons)),
    ...(Math.abs(weight) <= 1 && { weight }),
    isRight: truth === undefined ? null : truthOf(object.get(truth)),
  }
}

const lead = /^\s*[(（[【]?([A-Ha-hＡ-Ｈ])[)）\]】]?\s*[.．、:：)）,，\s]\s*(?=\S)/

/** Letters before the texts are taken off only when all of them stand there, in order. */
function withoutLetters(options: JsonOption[]): JsonOption[] {
  const letters = options.map(({ text }) => lead.exec(text)?.[1]?.normalize('NFKC').toUpperCase())
  if (options.length < 2 || letters.some((letter, index) => letter !== letterAt(index))) return options
  return options.map((option, index) => ({ ...option, id: letterAt(index), text: option.text.replace(lead, '') }))
}

const plain = (text: string, index: number): JsonOption => ({
  id: letterAt(index),
  text: text.trim(),
  explanation: '',
  isRight: null,
})

/** Beyond these it is no list of options, or one that is far too long whatever comes after. */
const longest = 20_000
const most = 100

/** All in one text: on lines, or between the marks that other programs use. */
function inOneText(text: string): JsonOption[] {
  if (text.length > longest) return []
  const mark = ['$;$', '\n', '|', '；', ';'].find((one) => text.includes(one))
  const parts = mark === undefined ? [] : text.split(mark).filter((part) => part.trim() !== '')
  if (parts.length >= 2) return withoutLetters(parts.map(plain))
  const glued = text.split(/\s+(?=[A-H][.．、])/)
  return glued.length >= 2 ? withoutLetters(glued.map(plain)) : []
}

/** Options in any of the shapes that are met; an empty list when there are none. */
export function optionsIn({ value }: JsonNode): JsonOption[] {
  if (typeof value === 'string') return inOneText(value)
  if (value instanceof Map)
    return [...value].slice(0, most).map(([id, node], index) => ({
      ...(node.value instanceof Map ? fromObject(node.value, index) : plain(textIn(node), index)),
      id: id.trim(),
    }))
  if (!Array.isArray(value)) return []
  return withoutLetters(
    value
      .filter((node) => node.value instanceof Map || isText(node) || typeof node.value === 'boolean')
      .slice(0, most)
      .map((node, index) => (node.value instanceof Map ? fromObject(node.value, index) : plain(textIn(node), index))),
  )
}
