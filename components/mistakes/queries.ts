import { queryOptions } from '@tanstack/react-query'
import { type Filter, searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import type { MistakeCounts, MistakesView } from '@/domain/mistakes/output'

export type Status = 'open' | 'mastered'
export type MistakePage = MistakesView
export type MistakeEntry = MistakePage['items'][number]

export const fetchMistakes = (filter: Filter & { status: Status }, cursor: string | null) =>
  api<MistakePage>(`/mistakes${searchOf({ ...filter, cursor })}`)

/** How many questions of a subject are in the book. */
export const mistakeCountQuery = (subject: string) =>
  queryOptions({
    queryKey: ['mistakes', 'count', subject],
    queryFn: async () => (await fetchMistakes({ subject, status: 'open' }, null)).counts,
    select: (counts: MistakeCounts) => counts.subjects.find((one) => one.subject === subject)?.open ?? 0,
    staleTime: 0,
  })

/** Takes a question out of the book by hand. */
export const masterMistake = (question: string) => api(`/mistakes/${question}`, { method: 'DELETE' })

/** Puts a question back into the book. */
export const reopenMistake = (question: string) =>
  api(`/mistakes/${question}`, { method: 'PUT', body: { status: 'open' } })
