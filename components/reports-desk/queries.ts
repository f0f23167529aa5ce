import { searchOf } from '@/components/book/list'
import { api } from '@/components/http'
import type { ReportAnswer } from '@/domain/reports/input'
import type { ReportDesk } from '@/domain/reports/output'

export type DeskReport = ReportDesk['items'][number]
/** What of the desk is shown. */
export type DeskFilter = { status: 'open' | 'answered'; subject: string | null }

export const fetchDesk = (filter: DeskFilter) => (cursor: string | null) =>
  api<ReportDesk>(`/reports/desk${searchOf({ ...filter, cursor })}`)

export const answerReport = (id: string, answer: ReportAnswer) =>
  api<void>(`/reports/${id}/answer`, { method: 'PUT', body: answer })
