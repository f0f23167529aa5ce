import { type Draft, letterAt } from '../../draft'
import { judgementIn, lettersIn } from '../../sheets/answers'
import { paragraphs } from '../paragraphs'
import { blankCount, blanksIn, numericIn } from './open-keys'

const judgements = ['正确', '错误'].map((text) => ({ text, explanation: '' }))
const judgementSign = /^(?:√|×|✓|✗|✔|✘|对|错|正确|错误|不正确|T|F|true|false)[。.]?$/i

/** Lines of a foreign answer are paragraphs; ours are parted by an empty line, and keep their breaks. */
const answerLines = (key: string, own: boolean) => (own ? key.split('\n\n') : key.split('\n'))

type Understanding = { escaped: boolean; own: boolean }

/** The parts of a draft that a key tells; null when it is not understood. */
/** `own`: from a file of our own, where answers are as many as were written, whatever the stem looks like. */
export function keyOf(draft: Draft, key: string, { escaped, own }: Understanding): Partial<Draft> | null {
  const { type } = draft
  const options = draft.options.map((option) => option.text)
  if (type === 'true-false' || (type === null && options.length === 0 && judgementSign.test(key.trim())))
    return judged(key, options)
  if (options.length > 0) {
    const choices = lettersIn(key, options)
    return choices && choices.length > 0 ? { choices } : null
  }
  return openKey(draft, key, { escaped, own })
}

function openKey({ type, stem }: Draft, key: string, { escaped, own }: Understanding): Partial<Draft> | null {
  if (type === 'fill') return blanksIn(key, stem, own)
  if (type === 'numeric') return numericIn(key)
  if (type === 'essay') return { modelAnswer: paragraphs(answerLines(key, own), escaped) }
  const letters = lettersIn(key, [])
  if (letters && /^[A-H\s,、]+$/i.test(key)) return { choices: letters }
  if (type !== null) return null
  return blankCount(stem) > 0 ? blanksIn(key, stem) : { modelAnswer: paragraphs(answerLines(key, own), escaped) }
}

function judged(key: string, options: readonly string[]): Partial<Draft> | null {
  if (options.length === 0) {
    const right = judgementIn(key)
    return right === null ? null : { options: judgements, choices: [right ? 'A' : 'B'] }
  }
  const letters = lettersIn(key, options)
  if (letters?.length === 1) return { choices: letters }
  const right = judgementSign.test(key.trim()) ? judgementIn(key) : null
  const at = right === null ? -1 : options.findIndex((option) => judgementIn(option) === right)
  return at < 0 ? null : { choices: [letterAt(at)] }
}
