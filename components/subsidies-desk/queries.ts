import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { NewSubsidy, SubsidyChange } from '@/domain/subsidies/desk-input'
import type { SubsidyDeskList, SubsidyDeskView } from '@/domain/subsidies/output'

const path = '/subsidies/desk'

export const subsidyDeskQuery = queryOptions({
  queryKey: ['subsidies-at-desk'],
  queryFn: () => api<SubsidyDeskList>(path),
})

export const addSubsidy = (body: NewSubsidy) => api<SubsidyDeskView>(path, { method: 'POST', body })
export const changeSubsidy = (id: string, body: SubsidyChange) =>
  api<SubsidyDeskView>(`${path}/${id}`, { method: 'PUT', body })
export const retireSubsidy = (id: string) => api<SubsidyDeskView>(`${path}/${id}/retire`, { method: 'POST' })
