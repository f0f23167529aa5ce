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

/** The parts of a question that anybody may read. */
export const viewQuestion = (content: QuestionContent) => ({
  type: content.type,
  stem: content.stem,
  ...(content.material && { material: content.material.text }),
  ...('options' in content && { options: content.options.map(({ id, text }) => ({ id, text })) }),
})

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

/** One question of an attempt. @param allTold whether everything of it was told: it has ended, or was there to be read. */
export function viewItem(item: ExportedItem, content: QuestionContent, allTold: boolean) {
  const { questionId, flagged, points, answer, spentMs, answeredAt, receivedAt } = item
  const told = allTold || item.told === true
  return {
    questionId,
    ...viewQuestion(content),
    points,
    flagged,
    answer,
    spentMs,
    answeredAt,
    receivedAt,
    verdict: told ? item.verdict : null,
    score: told ? item.score : null,
    maxScore: told ? item.maxScore : null,
    selfMarks: item.selfMarks,
    ...(told && { solution: viewSolution(content) }),
  }
}
export type ItemView = ReturnType<typeof viewItem>

/** An answer in one cell. */
export function answerText(answer: Answer | null): string {
  if (answer === null) return ''
  if ('choices' in answer) return answer.choices.join('')
  if ('blanks' in answer) return answer.blanks.join(' | ')
  if ('value' in answer) return String(answer.value)
  return 'text' in answer ? answer.text : '不会'
}
