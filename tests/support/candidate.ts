import { putAnswer } from '@/domain/attempts/answer-commands'
import { finishAttempt } from '@/domain/attempts/commands'
import type { Answer, FeedbackMode } from '@/domain/attempts/input'
import { getAttemptState } from '@/domain/attempts/queries'
import { startAttempt } from '@/domain/attempts/start-commands'
import type { AttemptState } from '@/domain/attempts/view'
import { createGuest } from '@/domain/users/commands'
import { randomUUID } from './world'

/** The right answer to each type of the tea exam's questions. */
export const rightAnswers: Record<string, Answer> = {
  single: { choices: ['B'] },
  multiple: { choices: ['A', 'B'] },
  'true-false': { choices: ['A'] },
  fill: { blanks: ['water'] },
  numeric: { value: 80 },
  essay: { text: 'A clear cup.' },
}
export const giveUp: Answer = { giveUp: true }

type Start = { subject: string; on?: string; feedback?: FeedbackMode; id?: string }

/** A person who practises: the commands of an attempt, each at an instant that the test names. */
export class Candidate {
  constructor(readonly userId: string) {}

  static async begin(now: string) {
    return new Candidate(await createGuest(randomUUID(), 'an address', new Date(now)))
  }

  start({ subject, on, feedback = 'each', id = randomUUID() }: Start, now: string): Promise<AttemptState> {
    return startAttempt(this.userId, { id, mode: 'daily', subject, on, feedback }, { now: new Date(now), seed: '' })
  }

  put(attemptId: string, questionId: string, answer: Answer, now: string, answeredAt?: string) {
    return putAnswer(
      { userId: this.userId, attemptId, questionId },
      { answer, spentMs: 1000, answeredAt },
      new Date(now),
    )
  }

  /** Answers every question at `now`, each as having been answered at `answeredAt`. */
  async answerAll({ id, questions }: AttemptState, now: string, answeredAt?: string) {
    for (const question of questions)
      await this.put(id, question.id, rightAnswers[question.type] ?? giveUp, now, answeredAt)
  }

  finish = (attemptId: string, now: string) => finishAttempt(this.userId, attemptId, new Date(now))
  state = (attemptId: string) => getAttemptState(this.userId, attemptId)
}
