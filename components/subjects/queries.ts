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

/** Chapters in their order with their depth; a parent comes before its children. */
export function inTree(chapters: readonly Chapter[]) {
  const parents = new Map(chapters.map((chapter) => [chapter.key, chapter.parent]))
  const depthOf = (key: string | null): number => (key === null ? -1 : 1 + depthOf(parents.get(key) ?? null))
  return chapters.map((chapter) => ({ chapter, depth: depthOf(chapter.key) }))
}
