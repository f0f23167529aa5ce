import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'
import type { NewReport } from '@/domain/reports/input'
import type { OwnReports } from '@/domain/reports/output'

/** Tells the editors what is wrong with a question (纠错). */
export const reportQuestion = (question: string, report: NewReport) =>
  asSomebody(() => api<{ id: string }>(`/questions/${question}/reports`, { method: 'POST', body: report }))

/** A report of one's own, and what became of it. */
export type OwnReport = OwnReports['items'][number]

export const fetchReports = (cursor: string | null) => api<OwnReports>(`/reports${searchOf({ cursor })}`)

/** The answer has been read. */
export const markReportSeen = (report: string) => api(`/reports/${report}/seen`, { method: 'POST' })
