import type { NewSession } from '@/domain/accounts/sign-in-commands'
import { cookieOf, hashToken, newToken, sessionCookie } from '../session'
import { deviceOf } from './device'

/** A token that nobody has seen yet, for whoever signs in by this request, and the session to be opened under it. */
export function newSession(request: Request): { token: string; session: NewSession } {
  const token = newToken()
  const before = cookieOf(request.headers, sessionCookie())
  const session = {
    tokenHash: hashToken(token),
    device: deviceOf(request.headers),
    before: before ? hashToken(before) : null,
  }
  return { token, session }
}
