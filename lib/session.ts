import { createHash, createHmac, randomBytes } from 'node:crypto'
import { findGuest, findSessionUser, findTokenUser, type User } from '@/domain/users/queries'
import { env } from './env'
import { Refusal } from './errors'

/** As long as browsers keep a cookie. */
export const cookieSeconds = 400 * 86_400

const secure = () => env().PUBLIC_URL.startsWith('https:')
// The prefix makes browsers refuse the cookie from any other host or over plain http; it needs https itself.
const cookieName = (name: string) => (secure() ? `__Host-${name}` : name)
export const sessionCookie = () => cookieName('session')

export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')
/** 256 random bits as text. */
export const newToken = () => randomBytes(32).toString('base64url')

export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** A Set-Cookie header that no script can read and no other site can use; with `maxAge` 0 it takes the cookie away. */
export const setCookie = (name: string, value: string, maxAge: number) =>
  `${cookieName(name)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`

/** The cookie of a session. It outlives the session's row, which is what ends it. */
export const newSessionCookie = (token: string) => setCookie('session', token, cookieSeconds)
export const noSessionCookie = () => setCookie('session', '', 0)

export type Sender = {
  user: User | null
  /** Of a session. */
  lastSeenAt?: Date
  token?: { id: string; lastUsedAt: Date | null }
}

async function senderByToken(authorization: string, now: Date): Promise<Sender> {
  const token = /^Bearer (yl_[\w-]{43})$/.exec(authorization)?.[1]
  const sender = token && (await findTokenUser(hashToken(token), now))
  if (!sender) throw new Refusal('bad-token')
  return sender
}

/**
 * Who sends a request with these headers: by bearer token, else by the session's cookie, else as the guest of this
 * browser; nobody for a browser that has not begun yet.
 * @throws Refusal `bad-token`
 */
export async function findSender(headers: Headers, now: Date): Promise<Sender> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return senderByToken(authorization, now)
  const session = cookieOf(headers, sessionCookie())
  const signedIn = session && (await findSessionUser(hashToken(session), now))
  if (signedIn) return signedIn
  return { user: (await findGuestOf(headers)) ?? null }
}

export const findUser = async (headers: Headers) => (await findSender(headers, new Date())).user

/** Hash of this browser's guest cookie, if it bears one. */
export function guestHashOf(headers: Headers): string | undefined {
  const token = cookieOf(headers, cookieName('guest'))
  return token ? hashToken(token) : undefined
}

/** The guest of this browser, whoever is signed in. */
export async function findGuestOf(headers: Headers): Promise<User | undefined> {
  const hash = guestHashOf(headers)
  return hash ? findGuest(hash) : undefined
}

/** A new guest token and the Set-Cookie header that plants it. */
export function newGuestToken() {
  const token = newToken()
  return { hash: hashToken(token), cookie: setCookie('guest', token, cookieSeconds) }
}

/** Takes the guest's cookie away. */
export const noGuestCookie = () => setCookie('guest', '', 0)

/** The address a request comes from. bin/serve.mjs writes the header; nobody outside can forge it. */
export const addressOf = (request: Request) => request.headers.get('x-client-address') ?? 'unknown'

/** A hash keyed with AUTH_SECRET, under which something may be counted without being stored. */
export const countingKey = (value: string) => createHmac('sha256', env().AUTH_SECRET).update(value).digest('base64url')

export const addressKey = (request: Request) => countingKey(addressOf(request))
