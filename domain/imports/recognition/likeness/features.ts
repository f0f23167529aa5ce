import type { QuestionContent } from '@/domain/questions/input'
import { type Compared, comparedTexts } from '../identity'
import { bigramsOf } from '../minhash'
import { normalText } from '../normalise'

/** Distinct bigrams in order. */
type Bigrams = Uint32Array

/** The texts of a question as likeness compares them; all that is kept of the earlier questions of a large file. */
export type Texts = Compared & {
  material: string | null
  /** The right answers, where they are texts of options or words; null for essays. */
  answers: readonly string[] | null
}

/** What likeness is reckoned from, worked out for those that are compared. */
export type Features = {
  stem: Bigrams
  stemText: string
  options: Bigrams | null
  optionTexts: readonly string[]
  material: Bigrams | null
  /** As `answers` of the texts. */
  keyTexts: readonly string[] | null
  key: Bigrams | null
}

function bigramsIn(texts: readonly string[]): Bigrams {
  const sorted = bigramsOf(texts).sort()
  let kept = 0
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number
  return sorted.slice(0, kept)
}

function answersOf(content: QuestionContent, options: readonly string[]): readonly string[] | null {
  if (content.type === 'essay') return null
  if (content.type === 'numeric') return [String(content.key.value)]
  if (content.type === 'fill') return content.key.flatMap((accepted) => accepted.slice(0, 1).map(normalText))
  if (content.type === 'true-false') return [...content.key]
  return content.options.flatMap(({ id }, at) => (content.key.includes(id) ? [options[at] ?? ''] : []))
}

export function textsOf(content: QuestionContent): Texts {
  const { stem, options } = comparedTexts(content)
  const material = content.material ? normalText(content.material.text) : null
  return { stem, options, material, answers: answersOf(content, options) }
}

export function featuresOf({ stem, options, material, answers }: Texts): Features {
  return {
    stem: bigramsIn([stem]),
    stemText: stem,
    options: options.length > 0 ? bigramsIn(options) : null,
    optionTexts: options,
    material: material === null ? null : bigramsIn([material]),
    keyTexts: answers,
    key: answers && bigramsIn(answers),
  }
}

const remembered = 20_000

/** featuresOf for questions that come again and again; it forgets all when it knows too many. */
export function featureMemory(): (texts: Texts) => Features {
  let known = new Map<Texts, Features>()
  return (texts) => {
    const features = known.get(texts) ?? featuresOf(texts)
    if (known.size >= remembered) known = new Map()
    known.set(texts, features)
    return features
  }
}

const none = new Uint32Array()

/** Shared bigrams of all that either has: 1 for the same, 0 for nothing in common. */
export function jaccard(one: Bigrams | null, other: Bigrams | null): number {
  const [a, b] = [one ?? none, other ?? none]
  if (a.length + b.length === 0) return 1
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared / (a.length + b.length - shared)
}
