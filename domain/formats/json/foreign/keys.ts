/**
 * Which options a key means: letters, the file's own ids, texts, or numbers. A number counts from 0 or from 1 as the rest of
 * the file shows, never as a guess: a 0 anywhere says the one, the number of options the other; without either, a person says.
 */
import { letterAt } from '../../draft'
import { judgementIn, lettersIn } from '../../sheets/answers'
import type { JsonNode } from '../parse'
import { isText, textIn } from './fields'
import { type JsonOption, truthOf } from './options'

/** What a file shows of its numbers as keys. */
export type IndexBase = 0 | 1 | null

const isDigits = (text: string) => /^\d{1,2}$/.test(text)
const elements = (node: JsonNode): JsonNode[] => (Array.isArray(node.value) ? node.value : [node])

/** With 对 and 错 as options, 1 may mean true, or the second of them: nobody can tell. */
const isJudged = (options: readonly JsonOption[]) =>
  options.length === 2 && options.every(({ text }) => !/^[\dab]$/i.test(text) && judgementIn(text) !== null)

/** Numbers that stand as a key, unless the options bear these numbers as their ids. */
function numbersIn(key: JsonNode, options: readonly JsonOption[]): number[] {
  if (options.length === 0 || isJudged(options)) return []
  const texts = elements(key).filter(isText).map(textIn)
  const isOwn = (text: string) => options.some(({ id, text: words }) => id === text || words === text)
  return texts.filter((text) => isDigits(text) && !isOwn(text)).map(Number)
}

/** From all keys of a file: does it count options from 0 or from 1? */
export function indexBase(keys: readonly { key: JsonNode; options: readonly JsonOption[] }[]): IndexBase {
  let hasZero = false
  let hasLast = false
  for (const { key, options } of keys)
    for (const number of numbersIn(key, options)) {
      if (number === 0) hasZero = true
      if (options.length > 0 && number === options.length) hasLast = true
    }
  return hasZero === hasLast ? null : hasZero ? 0 : 1
}

/** Where options are called A, B, D, the key D means the third; undefined where their letters have no gap. */
function lettersApart(text: string, options: readonly JsonOption[]): string[] | null | undefined {
  const isPlain = options.every(({ id }, index) => id === letterAt(index) || !/^[A-H]$/.test(id))
  if (isPlain || !/^[A-H\s,，、;；|/&]+$/.test(text)) return undefined
  const places = [...text.replace(/[^A-H]/g, '')].map((letter) => options.findIndex(({ id }) => id === letter))
  return places.includes(-1) ? null : places.map(letterAt)
}

function lettersOf(text: string, options: readonly JsonOption[], base: IndexBase): string[] | null {
  const own = options.findIndex(({ id }) => id === text)
  if (own >= 0) return [letterAt(own)]
  const said = options.flatMap((option, index) => (option.text === text ? [letterAt(index)] : []))
  if (said.length === 1) return said
  const apart = lettersApart(text, options)
  if (apart !== undefined) return apart
  if (isDigits(text)) return base === null || isJudged(options) ? null : [letterAt(Number(text) - base)]
  return lettersIn(
    text,
    options.map((option) => option.text),
  )
}

/** Letters of the options that are right; null when the key was not understood. */
export function choicesIn(key: JsonNode, options: readonly JsonOption[], base: IndexBase): string[] | null {
  if (key.value instanceof Map) {
    const inner = key.value.get('choices') ?? key.value.get('value') ?? key.value.get('id') ?? key.value.get('label')
    if (inner) return choicesIn(inner, options, base)
    const right = [...key.value].filter(([, node]) => truthOf(node) === true).map(([id]) => id)
    return allOf(right, options, base)
  }
  const list = elements(key)
  if (list.length === options.length && list.every(({ value }) => typeof value === 'boolean'))
    return list.flatMap(({ value }, index) => (value === true ? [letterAt(index)] : []))
  return allOf(list.map(textIn), options, base)
}

function allOf(texts: readonly string[], options: readonly JsonOption[], base: IndexBase): string[] | null {
  const found = texts.map((text) => lettersOf(text, options, base))
  return found.some((letters) => letters === null) ? null : [...new Set(found.flatMap((letters) => letters ?? []))]
}
