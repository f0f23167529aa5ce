import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { LawChanged, LawsView } from '@/domain/laws/output'

export type Edition = LawsView['items'][number]['editions'][number]

export const lawsQuery = queryOptions({ queryKey: ['laws'], queryFn: () => api<LawsView>('/laws') })

type NewEdition = { law: string; title: string; edition: string; effectiveOn: string | null }
export const addEdition = (edition: NewEdition) => api<LawChanged>('/laws', { method: 'POST', body: edition })

type Dates = { effectiveOn: string | null; endsOn: string | null }
export const changeEdition = (law: string, edition: string, dates: Dates) =>
  api<LawChanged>(`/laws/${encodeURIComponent(law)}/${edition}`, { method: 'PATCH', body: dates })
