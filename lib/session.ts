import { createHash, createHmac, randomBytes } from 'node:crypto'
import { findGuest, type User } from '@/domain/users/queries'
import { env } from './env'

const yearSeconds = 400 * 86_400

const secure = () => env().PUBLIC_URL.startsWith('https:')
// The prefix makes browsers refuse the cookie from any other host or over plain http; it needs https itself.
const guestCookie = () => (secure() ? '__Host-guest' : 'guest')

const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')

function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Who sends a request with these headers; null for a browser that has not begun yet. */
export async function findUser(headers: Headers): Promise<User | null> {
  const token = cookieOf(headers, guestCookie())
  return token ? ((await findGuest(hashToken(token))) ?? null) : null
}

/** A new guest token and the Set-Cookie header that plants it. */
export function newGuestToken() {
  const token = randomBytes(32).toString('base64url')
  const attributes = `Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`
  return { hash: hashToken(token), cookie: `${guestCookie()}=${token}; ${attributes}` }
}

/** The address a request comes from. bin/serve.mjs writes the header; nobody outside can forge it. */
export const addressOf = (request: Request) => request.headers.get('x-client-address') ?? 'unknown'

/** A key under which an address may be counted without being stored. */
export const addressKey = (request: Request) =>
  createHmac('sha256', env().AUTH_SECRET).update(addressOf(request)).digest('base64url')
