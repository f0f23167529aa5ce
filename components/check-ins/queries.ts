import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { Month, Progress } from '@/domain/progress/view'

// Whatever was shown last may be of yesterday or from before the last answer: asked for anew on every visit.
const fresh = { staleTime: 0 }

export const progressPath = (exam: string) => `/progress?exam=${exam}`

/** Streak, seals and today's papers. */
export const progressQuery = (exam: string) =>
  queryOptions({
    queryKey: ['progress', exam],
    queryFn: () => api<Progress>(progressPath(exam)),
    ...fresh,
  })

export const monthPath = (subject: string, month: string | null) =>
  `/daily/${subject}/days${month ? `?month=${month}` : ''}`

/** A month (`YYYY-MM`) of a subject's archive; the current one, by the server's clock, when none is named. */
export const monthQuery = (subject: string, month: string | null) =>
  queryOptions({
    queryKey: ['months', subject, month],
    queryFn: () => api<Month>(monthPath(subject, month)),
    ...fresh,
  })

type MadeUp = { on: string; streak: number; makeUpsLeft: number }

/** Spends a make-up (补签) on a missed day. */
export const makeUp = (exam: string, on: string) =>
  api<MadeUp>(`/check-ins/${on}/make-up`, { method: 'POST', body: { exam } })
