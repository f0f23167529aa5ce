import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type {
  BankView,
  BulkResult,
  QuestionView,
  RenderedView,
  Saved,
  VersionsView,
} from '@/domain/question-desk/output'

export type BankItem = BankView['items'][number]
export type QuestionStatus = BankItem['status']
export type Move = 'submit' | 'publish' | 'send-back' | 'retire'

const path = (id: string) => `/questions/${encodeURIComponent(id)}`

export const questionQuery = (id: string) =>
  queryOptions({ queryKey: ['bank-question', id], queryFn: () => api<QuestionView>(path(id)) })

export const versionsQuery = (id: string) =>
  queryOptions({ queryKey: ['bank-versions', id], queryFn: () => api<VersionsView>(`${path(id)}/versions`) })

/** How the content that is being written will look. */
export const previewQuery = (content: unknown, subject: string) =>
  queryOptions({
    queryKey: ['bank-preview', subject, content],
    queryFn: () => api<RenderedView>('/questions/preview', { method: 'POST', body: { content, subject } }),
    placeholderData: keepPreviousData,
    retry: false,
  })

type Change = { content: unknown; chapter: string | null; base: string }

export const saveQuestion = (id: string, change: Change) => api<Saved>(path(id), { method: 'PATCH', body: change })

type NewQuestion = { subject: string; chapter: string | null; content: unknown; beside?: string }
export const createQuestion = (question: NewQuestion) => api<Saved>('/questions', { method: 'POST', body: question })

export const moveQuestion = (id: string, move: Move) => api<Saved>(`${path(id)}/${move}`, { method: 'POST' })

export const restoreVersion = (id: string, version: string) =>
  api<Saved>(`${path(id)}/restore`, { method: 'POST', body: { version } })

export const moveQuestions = (ids: readonly string[], action: Move) =>
  api<BulkResult>('/questions/bulk', { method: 'POST', body: { ids, action } })

/** Sends a picture; it is known by its content, so that sending it again changes nothing. */
export function uploadPicture(file: File) {
  const body = new FormData()
  body.set('file', file)
  return api<{ hash: string; markdown: string }>('/media', { method: 'POST', body })
}
