import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/http'
import type { Goal, Role, Settings } from '@/domain/users/input'

/** What a guest's record would bring to an account. */
export type ToMerge = {
  days: number
  attempts: number
  answers: number
  firstOn: string | null
  lastOn: string | null
}

/** Who one is, as GET /me says it. */
export type Me = {
  kind: 'nobody' | 'guest' | 'member'
  id: string | null
  nickname: string | null
  email: string | null
  role: Role
  hasPassword: boolean
  totp: boolean
  providers: string[]
  settings: Settings
  goal: Goal | null
  consent: { version: string; at: string; current: boolean } | null
  createdAt: string | null
  /** When the account will be deleted, if that was asked for. */
  eraseAt: string | null
  toMerge: ToMerge | null
}

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => api<Me>('/me') })

type Change = { nickname?: string; settings?: Settings; goal?: Goal | null; consent?: string }

export const changeMe = (change: Change) => api<Me>('/me', { method: 'PATCH', body: change })

/** Members have seven days to think again; guests are gone at once. */
export const eraseMe = (password?: string) =>
  api<{ eraseAt: string | null }>('/me', { method: 'DELETE', body: password ? { password } : {} })

export const keepMe = () => api<void>('/me/keep', { method: 'POST' })
