import { queryOptions } from '@tanstack/react-query'
import { api, call } from '@/components/http'
import type { ToMerge } from '@/components/users/queries'
import type { languages } from '@/domain/users/input'

export type Language = (typeof languages)[number]
type Delivered = { delivery: 'mail' | 'outbox' }
export type Provider = { id: string; name: string }

export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => api<Delivered & { providers: Provider[]; consentVersion: string }>('/sign-in-options'),
  staleTime: 600_000,
})

export type Registration = { email: string; password: string; nickname?: string; consent: string; language: Language }

export const register = (body: Registration) => api<Delivered>('/accounts', { method: 'POST', body })

type Confirmed = { purpose: 'register' | 'change-email'; email: string }

export const confirm = (body: { token: string; password?: string; language: Language }) =>
  api<Confirmed>('/accounts/confirmations', { method: 'POST', body })

export const requestReset = (body: { email: string; language: Language }) =>
  api<Delivered>('/accounts/resets', { method: 'POST', body })

export const resetPassword = (body: { token: string; password: string; language: Language }) =>
  api<void>('/accounts/resets/confirmations', { method: 'POST', body })

/** next-auth, which wants its own token with everything that changes something. */
async function auth(path: string, fields: Record<string, string>) {
  const { csrfToken } = await call<{ csrfToken: string }>('/api/auth/csrf')
  return call<{ url: string }>(`/api/auth${path}`, { method: 'POST', body: { ...fields, csrfToken, json: 'true' } })
}

/** @throws ApiError `credentials`, `totp-required`, `totp-wrong`, `too-many-requests` */
export const signIn = (fields: { email: string; password: string; code?: string }) =>
  auth('/callback/credentials', fields)

/** @returns the provider's address, to go on there. */
export const signInWith = (provider: string, callbackUrl: string) => auth(`/signin/${provider}`, { callbackUrl })

export const endSession = () => auth('/signout', {})

/** What this browser did as a guest, and could bring to an account. */
export const mergeOfferQuery = queryOptions({
  queryKey: ['me', 'merge'],
  queryFn: () => api<{ toMerge: ToMerge | null }>('/me/merge'),
})

export const merge = (join: boolean) =>
  api<{ joined: { days: number; attempts: number; answers: number } | null }>('/me/merge', {
    method: 'POST',
    body: { join },
  })

/** Its owner shows the old one, where there is one; all other devices are signed out. */
export const changePassword = (body: { current?: string; password: string; language: Language }) =>
  api<void>('/me/password', { method: 'PUT', body })

export const changeEmail = (body: { email: string; password?: string; language: Language }) =>
  api<Delivered>('/me/email', { method: 'POST', body })
