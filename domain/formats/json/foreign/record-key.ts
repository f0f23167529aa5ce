import type { QuestionType } from '@/domain/questions/types'
import { type Draft, letterAt } from '../../draft'
import { judgementIn } from '../../sheets/answers'
import type { JsonNode } from '../parse'
import { textIn } from './fields'
import { choicesIn, type IndexBase } from './keys'
import type { Parts } from './record-parts'
import { markdownIn } from './texts'

type Key = Partial<Pick<Draft, 'type' | 'options' | 'choices' | 'blanks' | 'numeric' | 'modelAnswer'>>

const judgements = ['正确', '错误'].map((text) => ({ text, explanation: '' }))
/** An answer of a few words fills a blank; a longer one is a model answer. */
const longestBlank = 30

/** What the key says of a question of this type, null where neither file nor options tell one; null when not understood. */
export function keyOf({ options, key }: Parts, type: QuestionType | null, base: IndexBase): Key | null {
  const marked = options.flatMap(({ isRight }, index) => (isRight ? [letterAt(index)] : []))
  const isEmpty = key === null || (!(key.value instanceof Map) && textIn(key) === '')
  if (isEmpty) return { choices: marked }
  if (options.length > 0) {
    const choices = choicesIn(key, options, base)
    return choices && { choices }
  }
  const text = textIn(key)
  if (type === 'essay') return { modelAnswer: markdownIn(text).text }
  if (type === 'fill') return { blanks: blanksIn(key) }
  if (type === 'numeric') return numericIn(text)
  if (type === 'single' || type === 'multiple') return null
  // Without a type, 1 or A may be a letter, a number, or a word of its own.
  const truth = type === null && /^[01ab]$/i.test(text) ? null : judgementIn(text)
  if (truth !== null) return { type: 'true-false', options: judgements, choices: [truth ? 'A' : 'B'] }
  if (type === 'true-false') return null
  return text.length > longestBlank ? { modelAnswer: markdownIn(text).text } : { blanks: blanksIn(key) }
}

const numericIn = (text: string): Key | null =>
  Number.isFinite(Number(text)) ? { numeric: { value: Number(text), tolerance: 0 } } : null

/** Lists are blanks, lists within them what each accepts; in one text `;` parts the blanks and `|` what is accepted. */
function blanksIn(key: JsonNode): string[][] {
  const accepted = (text: string) => text.split('|').map((one) => one.trim())
  const blanks = Array.isArray(key.value)
    ? key.value.map((one) => (Array.isArray(one.value) ? one.value.map(textIn) : accepted(textIn(one))))
    : textIn(key).split(/[;；]/).map(accepted)
  return blanks.map((blank) => blank.filter((one) => one !== '')).filter((blank) => blank.length > 0)
}
