import { type Page, searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import { asSomebody } from '@/components/users/as-somebody'
import type { QuestionToAnswer } from '@/domain/questions/view'
import type { NewReport, ReportOutcome, ReportReason } from '@/domain/reports/input'

/** Tells the editors what is wrong with a question (纠错). */
export const reportQuestion = (question: string, report: NewReport) =>
  asSomebody(() => api<{ id: string }>(`/questions/${question}/reports`, { method: 'POST', body: report }))

/** A report of one's own, and what became of it. */
export type OwnReport = {
  id: string
  questionId: string
  subject: string
  reason: ReportReason
  text: string
  createdAt: string
  outcome: ReportOutcome | null
  answer: string | null
  answeredAt: string | null
  seenAt: string | null
  question: QuestionToAnswer
}

export const fetchReports = (cursor: string | null) => api<Page<OwnReport>>(`/reports${searchOf({ cursor })}`)

/** The answer has been read. */
export const markReportSeen = (report: string) => api(`/reports/${report}/seen`, { method: 'POST' })
