import { finding } from '../../findings'
import { type Area, isOpen, type Parsed, typeOfParsed } from '../outline/parsed'
import { leadingKey } from './key-line'
import { type Pair, pairRuns } from './pair-runs'
import { type KeyEntry, keyRunsIn } from './tail-keys'

/** Gives the questions of an area the keys from the block after them, or refuses, and says why. */
export function matchKeys({ runs, tail }: Area) {
  if (tail.length === 0) return
  const asked = runs.filter((run) => run.questions.length > 0)
  const keyRuns = keyRunsIn(tail)
  const pairs = pairRuns(asked, keyRuns)
  if (pairs) return pairs.forEach(matchPair)
  const questions = asked.flatMap((run) => run.questions)
  refuse({ name: '', questions, entries: keyRuns.flatMap((run) => run.entries), misread: [] }, false)
}

/** `none` for the words of the finding, which then leave the part out. */
const listed = (numbers: readonly (number | null)[]) =>
  numbers.length === 0 ? 'none' : numbers.slice(0, 10).join('、') + (numbers.length > 10 ? '…' : '')

function repeated(numbers: readonly (number | null)[]): (number | null)[] {
  const seen = new Set<number | null>()
  return numbers.filter((one) => seen.size === seen.add(one).size)
}

function matchPair(pair: Pair) {
  const { questions, entries, misread } = pair
  // Questions without any number are counted as they stand; keys are then counted the same way.
  if (questions.every((one) => one.number === null))
    for (const [at, question] of questions.entries()) question.number = at + 1
  const byNumber = new Map(entries.map((one) => [one.n, one]))
  const numbers = questions.map((one) => one.number)
  const isSame =
    entries.length === questions.length &&
    byNumber.size === entries.length &&
    new Set(numbers).size === numbers.length &&
    questions.every((one) => byNumber.has(one.number ?? 0))
  if (!isSame || misread.length > 0) return refuse(pair, true)
  for (const question of questions) {
    const entry = byNumber.get(question.number ?? 0)
    if (entry) take(question, entry)
  }
}

/** Key and explanation of an entry go to its question. */
function take(question: Parsed, entry: KeyEntry) {
  const { key, explanation } = partsOf(question, entry)
  if (key !== '') question.keys.push(key)
  question.explanation.push(...explanation)
  for (const [letter, lines] of entry.options) question.optionExplanations.set(letter, lines)
  for (const [field, lines] of entry.fields) if (!question.fields.has(field)) question.fields.set(field, lines)
}

function partsOf(question: Parsed, { answer, explanation }: KeyEntry): { key: string; explanation: string[] } {
  const [first = '', ...others] = answer
  if (question.literal) return { key: answer.join('\n\n'), explanation }
  const isJudged = typeOfParsed(question) === 'true-false'
  if (question.options.length === 0 && !isJudged && (isOpen(typeOfParsed(question)) || !leadingKey(first)))
    return { key: answer.join('\n'), explanation }
  const leading = leadingKey(first)
  if (!leading) return { key: answer.join('\n'), explanation }
  const rest = [leading.rest, ...others].filter((line) => line !== '')
  return { key: leading.key, explanation: [...rest, ...explanation] }
}

/**
 * Counts differ: somewhere a question or a key is missing, and every key after it may be one off. So the whole section
 * goes without keys; where numbers meet, the key is offered to a person, and never taken.
 */
function refuse({ name, questions, entries, misread }: Pair, offered: boolean) {
  const byNumber = new Map(entries.map((one) => [one.n, one]))
  const numbers = questions.map((one) => one.number)
  const missing = numbers.filter((one) => one !== null && !byNumber.has(one))
  const known = new Set(numbers)
  const extra = entries.map((one) => one.n).filter((one) => !known.has(one))
  const twice = new Set([...repeated(numbers), ...repeated(entries.map((one) => one.n))])
  const params = {
    section: name || 'none',
    questions: questions.length,
    keys: entries.length,
    missing: listed(missing),
    extra: listed(extra),
    twice: listed([...twice]),
    seen: misread[0] ?? 'none',
  }
  for (const question of questions) {
    if (question.keys.length > 0) continue
    const entry = byNumber.get(question.number ?? 0)
    const isKnown = offered && entry !== undefined && !twice.has(entry.n)
    question.findings.push(finding('KEY_COUNT_MISMATCH', { line: question.line }, params))
    if (!isKnown) continue
    question.proposed = partsOf(question, entry).key
  }
}
