import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { NewToken } from '@/domain/users/input'
import type { TokenView } from '@/domain/users/output'

export type Device = { id: string; device: string; createdAt: string; lastSeenAt: string; current: boolean }

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => api<{ items: Device[] }>('/me/sessions'),
})

export const endDevice = (id: string) => api<void>(`/me/sessions/${id}`, { method: 'DELETE' })
export const endOtherDevices = () => api<{ ended: number }>('/me/sessions', { method: 'DELETE' })

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => api<{ items: TokenView[] }>('/me/tokens'),
})

export const makeToken = (body: NewToken) => api<TokenView & { token: string }>('/me/tokens', { method: 'POST', body })
export const revokeToken = (id: string) => api<void>(`/me/tokens/${id}`, { method: 'DELETE' })
