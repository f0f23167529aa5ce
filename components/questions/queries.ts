import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { QuestionToAnswer } from '@/domain/questions/view'

type DailySet = { id: string; subject: string; on: string; questions: QuestionToAnswer[] }

export const dailyPath = (subject: string, on: string | null) => `/daily/${subject}${on ? `?on=${on}` : ''}`

/** A day's set; today's, by the server's clock, when no day is named. Never kept: tomorrow it would be yesterday's. */
export const dailySetQuery = (subject: string, on: string | null) =>
  queryOptions({
    queryKey: ['daily', subject, on],
    queryFn: () => api<DailySet>(dailyPath(subject, on)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
