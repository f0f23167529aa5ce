import type { QuestionType } from '@/domain/questions/types'

/** Words of each type, in a title, a cell or the name of a sheet. Source: facts on the exam, section 4.2. */
const words: readonly (readonly [QuestionType, RegExp])[] = [
  ['single', /单选|单项|单一选择|最佳选择|^single|^one(?:answer|correct|choice)|radio|^单$/],
  [
    'multiple',
    /多选|多项|不定项|^multi(?!ple ?choice)|multiple(?:answer|response|correct|select)|checkbox|manyanswers|^多$/,
  ],
  ['true-false', /判断|是非|对错|正误|true\/?-?(?:or)?false|^t\/?f$|^judge?ment$|^judge$|^boolean$|^yes\/?no$/],
  ['fill', /填空|完形|^fill|fillin|blank|^cloze/],
  ['numeric', /数值|数字|^numeric(?:al)?$|^number$/],
  [
    'essay',
    /简答|问答|论述|案例|方案设计|方案题|主观|名词解释|材料分析|综合分析|论文|essay|short ?answer|^open(?:ended)?$|case ?study/,
  ],
]
const plainly = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—·"'“”「」[\]()（）【】<>《》:：*]+/g, '')

/** A choice question that does not say how many answers are right. */
const anyChoice = /^(?:客观)?选择(?:题)?$|^客观题?$|^multiple ?choice(?:question)?$|^choice$|^mcq$/

/** Does a word name a type at all, though not which of two? Its questions take their type from their key. */
export const isAnyChoice = (word: string) => anyChoice.test(plainly(word))

/**
 * The type that a word names, 单项选择题 and `true/false` alike. Null for a word that names none, or two; a number is
 * never one, since systems count their types differently.
 */
export function typeIn(word: string): QuestionType | null {
  if (word.length > 60) return null
  const plain = plainly(word)
  if (anyChoice.test(plain)) return null
  const named = words.filter(([, pattern]) => pattern.test(plain)).map(([type]) => type)
  const choices = named.filter((type) => type !== 'essay')
  // 案例分析单选题 is a choice about a case, and not an essay.
  const found = choices.length > 0 ? choices : named
  return found.length === 1 ? (found[0] ?? null) : null
}
