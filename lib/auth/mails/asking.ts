import type { MailLimits } from '@/domain/accounts/commands'
import { canonicalEmail } from '@/domain/accounts/email'
import { consentVersion } from '@/domain/users/consent'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { addressKey, cookieOf, countingKey, hashToken, newToken, setCookie } from '@/lib/session'

const pendingCookie = () => (env().PUBLIC_URL.startsWith('https:') ? '__Host-pending' : 'pending')
const daySeconds = 86_400

const fault = (field: string, code: string) =>
  new Refusal('invalid', { errors: [{ path: `body.${field}`, code, message: code }] })

/** @throws Refusal `invalid` with the code `email` for what is no address. */
export function requireEmail(typed: string): string {
  const email = canonicalEmail(typed)
  if (!email) throw fault('email', 'email')
  return email
}

/** Nobody agrees to a notice that is no longer shown. @throws Refusal `invalid` with the code `consent` */
export function requireConsent(version: string) {
  if (version !== consentVersion) throw fault('consent', 'consent')
}

/** How many mails may be asked for in an hour: by one who asks, and for one address. */
export const mailLimits = (request: Request, email: string): MailLimits => ({
  asker: { key: `mail-from:${addressKey(request)}`, max: Math.ceil(30 * env().THROTTLE_FACTOR), windowSeconds: 3600 },
  address: {
    key: `mail-to:${countingKey(`account:${email}`)}`,
    max: Math.ceil(5 * env().THROTTLE_FACTOR),
    windowSeconds: 3600,
  },
})

/**
 * A cookie that marks the browser which registers; only its hash is stored, with the registration. It stays the same when
 * this browser registers once more, so that the first mail's link is as good as the second's.
 */
export function pendingToken(headers: Headers) {
  const held = cookieOf(headers, pendingCookie())
  const token = held && /^[\w-]{43}$/.test(held) ? held : newToken()
  return { hash: hashToken(token), cookie: setCookie('pending', token, daySeconds) }
}

/** Hash of the mark of a browser that has registered something. */
export function pendingHash(headers: Headers): string | null {
  const token = cookieOf(headers, pendingCookie())
  return token ? hashToken(token) : null
}

export const noPendingCookie = () => setCookie('pending', '', 0)
