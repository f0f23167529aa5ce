import { featuresOf, textsOf } from '@/domain/imports/recognition/likeness/features'
import { likenessOf, looksLike } from '@/domain/imports/recognition/likeness/likeness'
import type { QuestionContent } from '@/domain/questions/input'

type Twins<Q> = { question: Q; earlier: Q; stem: number }

/**
 * Questions that look like an earlier one, by the rule that imports warn by. Each is held against each: some thousands
 * take seconds, and nothing is missed. Questions of one case share its material and are not compared.
 */
export function twinsIn<Q extends { content: QuestionContent; group: { id: string } | null }>(
  questions: readonly Q[],
): Twins<Q>[] {
  const known = questions.map((question) => ({ question, features: featuresOf(textsOf(question.content)) }))
  return known.flatMap(({ question, features }, index) =>
    known.slice(0, index).flatMap((other) => {
      const earlier = other.question
      if (question.group && question.group.id === earlier.group?.id) return []
      const likeness = likenessOf(other.features, features)
      return looksLike(likeness) ? [{ question, earlier, stem: likeness.stem }] : []
    }),
  )
}
