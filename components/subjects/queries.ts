import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '@/components/http'
import type { chaptersOutput } from '@/domain/exams/output'

export type Chapters = z.infer<typeof chaptersOutput>
export type Chapter = Chapters['chapters'][number]

export const chaptersPath = (subject: string) => `/subjects/${subject}/chapters`

/** The chapters of the syllabus in force. They change with a new syllabus or an import, not while one looks. */
export const chaptersQuery = (subject: string) =>
  queryOptions({
    queryKey: ['chapters', subject],
    queryFn: () => api<Chapters>(chaptersPath(subject)),
    staleTime: 300_000,
  })
