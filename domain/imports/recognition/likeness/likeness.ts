/**
 * How alike two questions are, and when that is worth a person's look. Bigrams shared of all that either has, for the
 * stem, for the options together and for the shared material; never for all in one, or five like options would hide two
 * stems that have nothing in common. Two stems that differ in a negation or a number, and whose right answers differ,
 * are two questions however alike they look. The bounds were set on the labelled pairs of the tests.
 */
import { type Features, jaccard } from './features'
import { turns } from './turns'

export type Likeness = {
  /** 0 to 1. */
  stem: number
  /** Null when neither has options that tell. */
  options: number | null
  material: number | null
  /** Of the right answers; null when they cannot be compared, as those of essays. */
  key: number | null
  /** Whether the stems differ in a negation or a number. */
  turned: boolean
}

const bounds = {
  stem: 0.55,
  stemIfOptionsSame: 0.45,
  optionsSame: 0.95,
  options: 0.45,
  material: 0.5,
  key: 0.95,
  otherQuestion: 0.3,
}
/** Normalised characters of a stem below which it tells little. */
const shortStem = 12

export function likenessOf(one: Features, other: Features): Likeness {
  return {
    stem: jaccard(one.stem, other.stem),
    options: one.options || other.options ? jaccard(one.options, other.options) : null,
    material: one.material || other.material ? jaccard(one.material, other.material) : null,
    key: one.key && other.key ? jaccard(one.key, other.key) : null,
    turned: turns(one.stemText, other.stemText),
  }
}

const sameAnswer = ({ key }: Likeness) => key !== null && key >= bounds.key

/** Whether a person should look whether they are one question. */
export function looksLike(likeness: Likeness): boolean {
  const { stem, options, material, turned } = likeness
  if (material !== null && material < bounds.material) return false
  if (turned && !sameAnswer(likeness)) return false
  if (options === null) return stem >= bounds.stem
  if (options >= bounds.optionsSame) return stem >= bounds.stemIfOptionsSame
  return stem >= bounds.stem && options >= bounds.options
}

/** So little in common that an id must have been used twice. */
export const isOtherQuestion = ({ stem }: Likeness) => stem < bounds.otherQuestion

const left = (one: readonly string[], other: readonly string[]) => one.filter((text) => !other.includes(text))

/**
 * The same stem and, but for one that may hold a slip, the same options: another right answer then is a contradiction.
 * Only options that are the same decide; of two that merely look alike nobody knows.
 */
export function contradicts(one: Features, other: Features): boolean {
  if (one.stemText !== other.stemText || one.optionTexts.length !== other.optionTexts.length) return false
  const [mine, theirs] = [left(one.optionTexts, other.optionTexts), left(other.optionTexts, one.optionTexts)]
  if (mine.length > 1 || theirs.length > 1 || one.optionTexts.length < 3) return false
  const renamed = (text: string) => (text === mine[0] ? theirs[0] : text)
  const [right, otherRight] = [new Set(one.keyTexts?.map(renamed)), new Set(other.keyTexts)]
  return right.size !== otherRight.size || [...right].some((text) => !otherRight.has(text ?? ''))
}

/** A stem that many questions open with says nothing of them: 「下列说法正确的是」. */
export const saysLittle = ({ stemText }: Features) => stemText.length < shortStem
