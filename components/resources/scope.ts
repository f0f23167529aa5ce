import type { ExamCard, LevelCard } from '@/components/exams/levels'
import type { ResourceQuery } from '@/domain/resources/input'

/** What an address asks for: the names that its form knows, and none that a messenger hangs on. */
export const filterNames = ['level', 'subject', 'kind', 'year', 'q'] as const

/** A level among all exams, by its slug alone, as addresses name it. */
export function levelNamed(exams: readonly ExamCard[], slug: string): LevelCard | undefined {
  return exams.flatMap((exam) => exam.levels).find((level) => slugOf(level) === slug)
}

/** `junior` of `social-work/junior`. */
export const slugOf = ({ id }: Pick<LevelCard, 'id'>): string => id.slice(id.indexOf('/') + 1)

/** Whether anything narrows the list but the level and the kind. */
export const isNarrowed = ({ subject, year, q }: ResourceQuery): boolean => Boolean(subject || year || q)

/** What stands in the address of a list of study material. */
export function listPath({ level, kind, subject, year, q }: ResourceQuery): string {
  const parts = { level, kind, subject, year: year?.toString(), q }
  const given = Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return given.length > 0 ? `/resources?${new URLSearchParams(given)}` : '/resources'
}

export const filePath = (id: string): string => `/api/v1/resources/${id}/file`
export const archivePath = (level: string): string => `/api/v1/resources/archive?level=${level}`

/** WeChat's own browser shows pages, and lets no file through. */
export const isWeChat = (userAgent: string | null): boolean => /\bMicroMessenger\//i.test(userAgent ?? '')
