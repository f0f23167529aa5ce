import type { QuestionContent } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'
import type { Solution } from '@/domain/questions/view'
import type { Answer, SelfMark } from './input'
import { type Marking, type MarkingRule, mark, selfMark } from './marking'
import type { Feedback } from './view'

type Item = { content: QuestionContent; solution: Solution; rule: MarkingRule; points: number }

/** Marks an answer as it stands: by the paper's rule, or by the candidate's own marks for an essay. */
export function markItem(item: Item, answer: Answer, selfMarks: readonly SelfMark[] | null): Marking {
  if (selfMarks && item.content.type === 'essay') return selfMark(item.content, selfMarks)
  return mark(item.content, answer, { rule: item.rule, points: item.points })
}

/** What may be said of a question after its answer; `null` for one left unanswered, after the end. */
export function feedbackOf(item: Item, answer: Answer | null, selfMarks: readonly SelfMark[] | null): Feedback {
  if (answer === null) {
    const lost = { over: 0, under: 0 }
    return {
      ...item.solution,
      verdict: 'unanswered',
      score: 0,
      maxScore: item.points,
      arithmetic: null,
      lost,
      selfMarks: null,
    }
  }
  const { verdict, score, maxScore, arithmetic, lost } = markItem(item, answer, selfMarks)
  return { ...item.solution, verdict, score, maxScore, arithmetic, lost, selfMarks: selfMarks ? [...selfMarks] : null }
}

/** Two answers are the same when a reader would say so: the order of ticks does not count. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  const plain = (answer: Answer) =>
    JSON.stringify('choices' in answer ? { choices: [...answer.choices].sort() } : answer)
  return plain(a) === plain(b)
}

/** Whether a verdict can change no more once it was told: all but that of an essay's text, which its writer marks. */
export const isFinalAtOnce = (type: QuestionType, answer: Answer) => type !== 'essay' || 'giveUp' in answer
