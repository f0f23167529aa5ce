import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { PutAnswer } from '@/domain/attempts/input'
import type { AnswerState, AttemptState, Feedback } from '@/domain/attempts/view'

/** An attempt of one's own: what to go on with, and after the end the result. */
export const attemptQuery = (id: string) =>
  queryOptions({ queryKey: ['attempts', id], queryFn: () => api<AttemptState>(`/attempts/${id}`), staleTime: 60_000 })

/** The attempt's state once the server has answered for one question. */
export function withAnswer(
  state: AttemptState,
  question: string,
  { answer, spentMs, answeredAt }: PutAnswer,
  feedback: Feedback | null,
): AttemptState {
  const before = state.answers.find((one) => one.questionId === question)
  const now: AnswerState = {
    questionId: question,
    answer,
    spentMs: before?.spentMs ?? spentMs,
    answeredAt: before?.answeredAt ?? answeredAt ?? null,
    feedback,
  }
  return { ...state, answers: [...state.answers.filter((one) => one !== before), now] }
}

/** An attempt in a list: how far it came. */
export type ListedAttempt = Pick<AttemptState, 'id' | 'mode' | 'subject' | 'on' | 'scope'> & {
  answered: number
  of: number
}

/** What one has begun in a subject and not handed in. */
export const openAttemptsQuery = (subject: string) =>
  queryOptions({
    queryKey: ['open-attempts', subject],
    queryFn: () => api<{ items: ListedAttempt[] }>(`/attempts?subject=${subject}&status=open`),
    staleTime: 0,
  })
