/**
 * A question as the player shows it: what the server said, and over it what still waits in this browser.
 *
 * Rule: feedback is the last word. Else an answer on its way stands above one that is saved; the latest of several.
 * Example: answered B offline: pending with B. Sent, and marked: marked. Answered A meanwhile on another device, with
 * feedback: marked, with A.
 */

import type { Entry } from '@/components/attempts/entries'
import type { Answer, SelfMark } from '@/domain/attempts/input'
import type { AttemptState, Feedback } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'

export type PlayerItem = {
  question: QuestionToAnswer
  /** open: nothing handed in. pending: kept here, not confirmed. saved: confirmed, feedback to come at the end. */
  state: 'open' | 'pending' | 'saved' | 'marked' | 'withdrawn'
  answer: Answer | null
  feedback: Feedback | null
  selfMarks: SelfMark[] | null
  flagged: boolean
}

export function itemsOf(
  questions: readonly QuestionToAnswer[],
  attempt: Pick<AttemptState, 'answers' | 'flagged'> | undefined,
  waiting: readonly Entry[],
): PlayerItem[] {
  return questions.map((question) => {
    const of = waiting.filter((entry) => 'question' in entry && entry.question === question.id)
    const pending = of.findLast((entry) => entry.kind === 'answer')
    const flag = of.findLast((entry) => entry.kind === 'flag')
    const marks = of.findLast((entry) => entry.kind === 'self-mark')
    const known = attempt?.answers.find((one) => one.questionId === question.id)
    const feedback = known?.feedback ?? null
    const answer = feedback ? (known?.answer ?? null) : (pending?.given.answer ?? known?.answer ?? null)
    return {
      question,
      state: stateOf(question, { marked: feedback !== null, pending: Boolean(pending), saved: answer !== null }),
      answer,
      feedback,
      selfMarks: marks?.points ?? feedback?.selfMarks ?? null,
      flagged: flag?.flagged ?? attempt?.flagged.includes(question.id) ?? false,
    }
  })
}

function stateOf(
  { withdrawn }: QuestionToAnswer,
  is: { marked: boolean; pending: boolean; saved: boolean },
): PlayerItem['state'] {
  if (is.marked) return 'marked'
  if (withdrawn) return 'withdrawn'
  if (is.pending) return 'pending'
  return is.saved ? 'saved' : 'open'
}

/** Indexes of questions that still wait for an answer. */
export const openIndexes = (items: readonly PlayerItem[]) =>
  items.flatMap((item, index) => (item.state === 'open' ? [index] : []))

/** Where to go after `index`: the next question, past the last one the first that is open; null when all is done. */
export function indexAfter(items: readonly PlayerItem[], index: number): number | null {
  if (index + 1 < items.length) return index + 1
  return openIndexes(items).find((open) => open !== index) ?? null
}
