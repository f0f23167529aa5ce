import { api } from '@/components/http'

export type FactorToConfirm = { secret: string; uri: string; qr: string }
type RecoveryCodes = { recoveryCodes: string[] }

export const beginFactor = (body: { password?: string; code?: string }) =>
  api<FactorToConfirm>('/me/totp', { method: 'POST', body })
export const confirmFactor = (code: string) => api<RecoveryCodes>('/me/totp', { method: 'PUT', body: { code } })
export const endFactor = (code: string) => api<void>('/me/totp', { method: 'DELETE', body: { code } })
export const renewCodes = (code: string) => api<RecoveryCodes>('/me/recovery-codes', { method: 'POST', body: { code } })
