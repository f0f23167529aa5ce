import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { History } from '@/domain/merges/output'
import type { ChangeMe } from '@/domain/users/input'
import type { MeView } from '@/domain/users/output'

export type ToMerge = History
export type Me = MeView

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => api<Me>('/me') })

export const changeMe = (change: ChangeMe) => api<Me>('/me', { method: 'PATCH', body: change })

/** Members have seven days to think again; guests are gone at once. */
export const eraseMe = (password?: string) =>
  api<{ eraseAt: string | null }>('/me', { method: 'DELETE', body: password ? { password } : {} })

export const keepMe = () => api<void>('/me/keep', { method: 'POST' })
