import type { DraftType } from '../../draft'
import type { ValueMapping } from '../../reading'
import { isAnyChoice, typeIn } from '../../sheets/type-words'

type Told = { type: DraftType | null; isCode: boolean; isKnown: boolean }

const degraded: readonly (readonly [DraftType, RegExp])[] = [
  ['matching', /连线|匹配|配对|match/i],
  ['ordering', /排序|顺序题|order|sequence/i],
]

/** The type that a word names. A number is a code that only a person can tell: systems count differently. */
export function typeOfWord(word: string | null, values: ValueMapping | undefined): Told {
  if (word === null || word === '') return { type: null, isCode: false, isKnown: true }
  const told = values?.type && Object.hasOwn(values.type, word) ? values.type[word] : undefined
  if (told) return { type: told, isCode: false, isKnown: true }
  if (/^\d{1,3}$/.test(word)) return { type: null, isCode: true, isKnown: true }
  const other = degraded.find(([, pattern]) => pattern.test(word))?.[0]
  const type = typeIn(word) ?? other ?? null
  return { type, isCode: false, isKnown: type !== null || isAnyChoice(word) }
}
