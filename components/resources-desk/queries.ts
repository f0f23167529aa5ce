import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { NewEdition, NewResource, ResourceChange } from '@/domain/resources/desk/input'
import type { ResourceDeskRow, ResourceDeskView } from '@/domain/resources/desk/output'

export type ResourceStatus = ResourceDeskRow['status']
export type Edition = ResourceDeskView['editions'][number]

const path = (id: string) => `/resources/desk/${id}`

export const fetchResource = (id: string) => api<ResourceDeskView>(path(id))

export const resourceQuery = (id: string) =>
  queryOptions({ queryKey: ['resource-at-desk', id], queryFn: () => fetchResource(id) })

export const createResource = (body: NewResource) => api<unknown>('/resources/desk', { method: 'POST', body })

export const changeResource = (id: string, body: ResourceChange) => api<unknown>(path(id), { method: 'PATCH', body })

export const addEdition = (id: string, body: NewEdition) =>
  api<{ id: string; edition: string }>(`${path(id)}/editions`, { method: 'POST', body })

export const publishResource = (id: string) => api<unknown>(`${path(id)}/publish`, { method: 'POST' })
export const retireResource = (id: string) => api<unknown>(`${path(id)}/retire`, { method: 'POST' })

export const editionFilePath = (id: string, edition: string) => `/api/v1${path(id)}/editions/${edition}/file`
