import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { NewNews, NewsChange } from '@/domain/news/desk-input'
import type { NewsDeskView } from '@/domain/news/output'

const path = (id: string) => `/news/desk/${id}`

export const createNews = (body: NewNews) => api<NewsDeskView>('/news/desk', { method: 'POST', body })
export const changeNews = (id: string, body: NewsChange) => api<NewsDeskView>(path(id), { method: 'PUT', body })
export const publishNews = (id: string) => api<NewsDeskView>(`${path(id)}/publish`, { method: 'POST' })
export const retireNews = (id: string) => api<NewsDeskView>(`${path(id)}/retire`, { method: 'POST' })

/** How a text that is being written will look. */
export const newsPreviewQuery = (body: string) =>
  queryOptions({
    queryKey: ['news-preview', body],
    queryFn: () => api<{ html: string }>('/news/desk/preview', { method: 'POST', body: { body } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
