import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { canonicalEmail } from '@/domain/accounts/email'
import { type NewSession, signInByIdentity } from '@/domain/accounts/sign-in-commands'
import { endSessionByToken, sessionDays } from '@/domain/sessions/commands'
import { consentVersion } from '@/domain/users/consent'
import { findSessionUser } from '@/domain/users/queries'
import { env } from '../env'
import { Refusal } from '../errors'
import { log } from '../log'
import { cookieOf, hashToken, newToken, sessionCookie } from '../session'
import { signInWithPassword } from './credentials'
import { deviceOf } from './device'
import { configuredProviders } from './providers'

/** What one request to next-auth comes to, told apart from its redirects. */
export type Outcome = { sessionToken: string | null; refusal: Refusal | null }

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 1000) : '')

function newSession(request: Request): { token: string; session: NewSession } {
  const token = newToken()
  const before = cookieOf(request.headers, sessionCookie())
  const session = {
    tokenHash: hashToken(token),
    device: deviceOf(request.headers),
    before: before ? hashToken(before) : null,
  }
  return { token, session }
}

function byPassword(request: Request, outcome: Outcome) {
  return Credentials({
    credentials: { email: {}, password: {}, code: {} },
    async authorize(given) {
      const { token, session } = newSession(request)
      const typed = { email: text(given?.email), password: text(given?.password), code: text(given?.code) }
      try {
        const id = await signInWithPassword(typed, request, session)
        outcome.sessionToken = token
        return { id }
      } catch (error) {
        // next-auth would make a redirect of it; what is refused is told as everywhere else.
        if (error instanceof Refusal) outcome.refusal = error
        else log().error({ err: error }, 'sign-in failed')
        throw error
      }
    },
  })
}

/** Only addresses of this site, so that a link to sign in leads nowhere else. */
function redirectTo(url: string): string {
  const home = new URL(env().PUBLIC_URL)
  if (!URL.canParse(url, home)) return home.href
  const to = new URL(url, home)
  return to.origin === home.origin ? to.href : home.href
}

/**
 * next-auth proves who somebody is; what it would keep in a signed cookie is replaced by a random token of ours, whose hash
 * stands in the sessions table: so a session can be listed, ended and revoked. Made for each request.
 */
export function authOptions(request: Request, outcome: Outcome): AuthOptions {
  const secure = env().PUBLIC_URL.startsWith('https:')
  const maxAge = sessionDays * 86_400
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    providers: [byPassword(request, outcome), ...configuredProviders()],
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    session: { strategy: 'jwt', maxAge },
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ''),
      decode: async ({ token }) => {
        const known = token ? await findSessionUser(hashToken(token), new Date()) : undefined
        return token && known ? { sub: known.user.id, sessionToken: token } : null
      },
    },
    callbacks: {
      redirect: async ({ url }) => redirectTo(url),
      jwt: async ({ token }) => (outcome.sessionToken ? { sessionToken: outcome.sessionToken } : token),
      session: async ({ session }) => ({ expires: session.expires }),
      signIn: async ({ user, account }) => {
        if (account?.type !== 'oauth') return true
        const { token, session } = newSession(request)
        const identity = {
          provider: account.provider,
          subject: user.id,
          email: user.email ? canonicalEmail(user.email) : null,
          nickname: user.name ? [...user.name.normalize('NFC').trim()].slice(0, 30).join('') || null : null,
        }
        const result = await signInByIdentity(identity, session, { consentVersion, now: new Date() })
        if (result !== 'signed-in') return `/sign-in?error=${result}`
        outcome.sessionToken = token
        return true
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionToken === 'string') await endSessionByToken(hashToken(token.sessionToken))
      },
    },
    logger: {
      error: (code, metadata) => {
        const error = metadata instanceof Error ? metadata : metadata.error
        log().warn({ code, reason: error instanceof Error ? error.message : undefined }, 'next-auth')
      },
      warn: () => {},
      debug: () => {},
    },
  }
}
