import { type Draft, type DraftType, letterAt } from '../../draft'
import { judgementIn, lettersIn } from '../answers'
import { splitParts } from '../columns/parts'

/** What a key is read from. */
type KeyCells = {
  type: DraftType | null
  /** Cells of the columns of answers, without the empty ones. */
  answers: readonly string[]
  options: readonly string[]
  stem: string
  isOwn: boolean
  numbersName: boolean
}
/** The part of a draft that a key fills; null when it is not understood. */
type Key = Partial<Pick<Draft, 'choices' | 'blanks' | 'numeric' | 'modelAnswer'>> & { judged?: boolean }

const isPlainLetter = (cell: string) => /^[\s（(]*[A-Ha-hＡ-Ｈ][\s)）.。]*$/.test(cell)
const isNumber = (cell: string) => /^\s*\d+\s*$/.test(cell)

/** A judgement over options: 正确 is the option that says so, wherever it stands; a letter is the option's own. */
function judgedOption(cell: string, options: readonly string[]): string[] | null {
  const said = judgementIn(cell)
  const says = options.map((option) => (isPlainLetter(option) || isNumber(option) ? null : judgementIn(option)))
  const at = said === null ? -1 : says.indexOf(said)
  if (at < 0 || says.filter((one) => one === said).length > 1) return null
  // 1 may count the options, or mean true; when the first option is false it cannot be told.
  if (isNumber(cell) && says[0] !== true) return null
  return [letterAt(at)]
}

function choiceKey({ type, answers, options, numbersName }: KeyCells): Key | null {
  const cell = [...new Set(answers.map((one) => one.trim()))].join('\n')
  if (cell === '') return { choices: [] }
  const judges = type === 'true-false' || (type === null && options.length === 2)
  if (options.length === 0 && (type === 'true-false' || type === null)) {
    const isWord = type === 'true-false' || !(isPlainLetter(cell) || isNumber(cell))
    const said = isWord ? judgementIn(cell) : null
    if (said !== null) return { choices: [said ? 'A' : 'B'], judged: true }
  }
  if (judges && !isPlainLetter(cell)) {
    const judged = judgedOption(cell, options)
    if (judged) return { choices: judged }
    if (type === 'true-false' && isNumber(cell)) return null
  }
  if (!numbersName && /^[\d\s,，、;；|]+$/.test(cell)) return null
  const choices = lettersIn(cell, options)
  return choices && { choices }
}

/** Blanks that a stem shows: ____, （  ）, 【】. */
const blanksIn = (stem: string) =>
  stem.match(/(?:\\?_){2,}|[（(][\s\u3000]{0,20}[)）]|【[\s\u3000]{0,20}】/g)?.length ?? 0

function foreignBlanks(answers: readonly string[], stem: string): string[][] | null {
  const trimmed = (parts: string[]) => parts.map((part) => part.trim()).filter((part) => part !== '')
  const shown = blanksIn(stem)
  if (answers.length > 1) return shown > 1 && shown !== answers.length ? null : answers.map((one) => [one.trim()])
  const [cell = ''] = answers
  for (const sign of ['$;$', '\n', '；', ';', '||', '|', '、', '，', ',', ' ']) {
    const parts = trimmed(cell.split(sign))
    if (shown > 1 && parts.length === shown) return parts.map((part) => [part])
  }
  if (shown > 1) return null
  const several = ['$;$', '\n', '；', ';'].find((sign) => cell.includes(sign))
  // Several answers to one blank could be its parts or its synonyms.
  if (several && shown === 1) return null
  if (several) return trimmed(cell.split(several)).map((part) => [part])
  return [trimmed(cell.split('|'))].filter((one) => one.length > 0)
}

/** Some tables put what is to be filled in into column A, and A into the column of keys. */
function blanksByLetter(cell: string, options: readonly string[], stem: string): string[][] | null {
  const letters = /^[A-H]{1,8}$/.test(cell.trim()) ? [...cell.trim()] : []
  const texts = letters.map((letter) => options[letter.charCodeAt(0) - 65] ?? '')
  if (texts.length === 0 || texts.some((text) => text === '')) return null
  return texts.length === 1 || texts.length === blanksIn(stem) ? texts.map((text) => [text]) : null
}

function fillKey({ answers, options, stem, isOwn }: KeyCells): Key | null {
  const [cell = ''] = answers
  if (answers.length === 0) return { blanks: [] }
  if (isOwn) return { blanks: splitParts(cell, '\n').map((blank) => splitParts(blank, '|')) }
  if (options.length > 0) {
    const blanks = blanksByLetter(cell, options, stem)
    return blanks && { blanks }
  }
  const blanks = foreignBlanks(answers, stem)
  return blanks && { blanks }
}

const figure =
  /^\s*([-+]?\d{1,300}(?:\.\d{1,300})?(?:e[-+]?\d{1,3})?)\s*(?:±\s*(\d{1,300}(?:\.\d{1,300})?(?:e[-+]?\d{1,3})?)\s*)?$/i

function numericKey({ answers }: KeyCells): Key | null {
  const [cell = ''] = answers
  if (cell.trim() === '') return {}
  const match = figure.exec(cell.normalize('NFKC').replace(/−/g, '-'))
  return match ? { numeric: { value: Number(match[1]), tolerance: Number(match[2] ?? 0) } } : null
}

/** Reads a key as its type has it. Null when the cell is not understood: then nothing of it is taken. */
export function keyIn(cells: KeyCells): Key | null {
  const { type, answers, options, stem, isOwn } = cells
  if (type === 'essay') return { modelAnswer: isOwn ? (answers[0] ?? '') : answers.join('\n\n') }
  if (type === 'numeric') return numericKey(cells)
  if (type === 'fill') return fillKey(cells)
  const key = choiceKey(cells)
  if (key || type !== null || options.length > 0) return key
  // No type, no options, and a key of words: a blank to be filled where the stem has one, else an answer in words.
  return blanksIn(stem) > 0 ? fillKey(cells) : { modelAnswer: answers.join('\n\n') }
}
