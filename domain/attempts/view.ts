import type { z } from 'zod'
import type { QuestionToAnswer, Solution } from '@/domain/questions/view'
import type { Answer, AttemptMode, AttemptResult, FeedbackMode, PracticeScope, SelfMark, Verdict } from './input'
import type { Arithmetic, Lost } from './marking'
import type { historyOutput } from './output'

/** What comes back for an answer once feedback may be given. `unanswered` only after the end. */
export type Feedback = Solution & {
  verdict: Verdict | 'unanswered'
  score: number
  maxScore: number
  arithmetic: Arithmetic | null
  lost: Lost
  selfMarks: SelfMark[] | null
}

export type AnswerState = {
  questionId: string
  /** null: left unanswered until the end. */
  answer: Answer | null
  spentMs: number
  answeredAt: string | null
  /** null while feedback is still to come (marking at the end). */
  feedback: Feedback | null
}

export type CheckInView = { on: string; kind: 'done' | 'made-up'; streak: number; full: boolean }

/** An attempt's finish as the client gets it; `checkIn` where the day counts for the streak. */
export type FinishView = AttemptResult & { checkIn?: CheckInView }

export type AttemptState = {
  id: string
  mode: AttemptMode
  exam: string
  subject: string
  on: string | null
  /** What was chosen to be practised; null for the daily set. */
  scope: PracticeScope | null
  feedback: FeedbackMode
  startedAt: string
  finishedAt: string | null
  /** The pace of the official paper for this many questions, in seconds; nothing is cut off by it in practice. */
  limitSeconds: number | null
  questions: QuestionToAnswer[]
  answers: AnswerState[]
  flagged: string[]
  /** Of this attempt's questions: those starred, and what was noted with them. */
  favourites: string[]
  notes: { questionId: string; text: string }[]
  result: FinishView | null
}

/** What a saved answer brings: feedback, or only that it is saved. */
export type PutReply = Feedback | { saved: true }

/** A page of one's attempts. */
export type HistoryView = z.infer<typeof historyOutput>
