import type { Answer, SelfMark, Verdict } from '@/domain/attempts/input'
import type { QuestionContent } from '@/domain/questions/input'

/**
 * What a person takes out: all that is theirs, and only that. A key, an explanation or a verdict is there when it was told:
 * after the answer where feedback comes at once, else after the end. Source: product.md, data rights; secrecy of answers.
 */
export type ExportedItem = {
  questionId: string
  versionId: string
  flagged: boolean
  points: number
  answer: Answer | null
  verdict: Verdict | null
  score: number | null
  maxScore: number | null
  selfMarks: SelfMark[] | null
  spentMs: number | null
  answeredAt: Date | null
  receivedAt: Date | null
  told: boolean | null
}

/** Versions of questions that a person has met: how each reads, and whether its solution was told. */
export type Seen = Map<string, { type: QuestionContent['type']; stem: string; told: boolean }>

function viewSolution(content: QuestionContent) {
  return {
    key: content.type === 'essay' ? null : content.key,
    explanation: content.explanation,
    ...('options' in content && {
      optionExplanations: content.options.map(({ id, explanation }) => ({ id, explanation })),
    }),
    ...(content.type === 'essay' && { modelAnswer: content.modelAnswer, markingPoints: content.markingPoints }),
    sources: content.sources,
  }
}

/** A question as anybody may read it, and its solution where it was told. */
export const viewQuestion = (content: QuestionContent, told: boolean) => ({
  type: content.type,
  stem: content.stem,
  ...(content.material && { material: content.material.text }),
  ...('options' in content && { options: content.options.map(({ id, text }) => ({ id, text })) }),
  ...(told && { solution: viewSolution(content) }),
})

/**
 * One question of an attempt; undefined for one that is not among those met.
 * @param allTold whether everything of the attempt was told: it has ended, or was there to be read.
 */
export function viewItem(item: ExportedItem, seen: Seen, allTold: boolean) {
  const question = seen.get(item.versionId)
  if (!question) return undefined
  const told = allTold || item.told === true
  question.told ||= told
  const { questionId, versionId, points, flagged, answer, spentMs, answeredAt, receivedAt, selfMarks } = item
  const { verdict, score, maxScore } = told ? item : { verdict: null, score: null, maxScore: null }
  const { type, stem } = question
  const marked = { verdict, score, maxScore, selfMarks }
  return { questionId, versionId, type, stem, points, flagged, answer, spentMs, answeredAt, receivedAt, ...marked }
}

/** An answer in one cell. */
export function answerText(answer: Answer | null): string {
  if (answer === null) return ''
  if ('choices' in answer) return answer.choices.join('')
  if ('blanks' in answer) return answer.blanks.join(' | ')
  if ('value' in answer) return String(answer.value)
  return 'text' in answer ? answer.text : '不会'
}
