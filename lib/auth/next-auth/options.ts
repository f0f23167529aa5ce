import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { canonicalEmail } from '@/domain/accounts/email'
import { type Identity, signInByIdentity } from '@/domain/accounts/sign-in-commands'
import { endSessionByToken } from '@/domain/sessions/commands'
import { consentVersion } from '@/domain/users/consent'
import { nicknameSchema } from '@/domain/users/input'
import { findSessionUser } from '@/domain/users/queries'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { cookieSeconds, hashToken, sessionCookie } from '@/lib/session'
import { signInWithPassword } from '../credentials'
import { newSession } from '../new-session'
import { configuredProviders } from './providers'

/** What one request to next-auth comes to: it makes a redirect of everything, and we tell refusals as everywhere else. */
export type Outcome = { sessionToken: string | null; failure: unknown }

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 1000) : '')

const byPassword = (request: Request, outcome: Outcome) =>
  Credentials({
    credentials: { email: {}, password: {}, code: {} },
    async authorize(given) {
      const { token, session } = newSession(request)
      const typed = { email: text(given?.email), password: text(given?.password), code: text(given?.code) }
      try {
        const id = await signInWithPassword(typed, request, session)
        outcome.sessionToken = token
        return { id }
      } catch (error) {
        outcome.failure = error
        return null
      }
    },
  })

/** An address of this site, so that a link to sign in leads nowhere else. */
export function addressHere(url: string): string {
  const home = new URL(env().PUBLIC_URL)
  if (!URL.canParse(url, home)) return home.href
  const to = new URL(url, home)
  return to.origin === home.origin ? to.href : home.href
}

type Profile = { id: string; email?: string | null | undefined; name?: string | null | undefined }

const identityOf = (provider: string, { id, email, name }: Profile): Identity => ({
  provider,
  subject: id,
  email: email ? canonicalEmail(email) : null,
  nickname: nicknameSchema.safeParse([...(name ?? '')].slice(0, 30).join('')).data ?? null,
})

type Callbacks = NonNullable<AuthOptions['callbacks']>

/** Lets in whom a provider vouches for. @returns true, or where to say why not. */
const byProvider = (request: Request, outcome: Outcome, signIn: string): NonNullable<Callbacks['signIn']> =>
  async function allow({ user, account }) {
    if (account?.type !== 'oauth') return true
    const { token, session } = newSession(request)
    try {
      const identity = identityOf(account.provider, user)
      const result = await signInByIdentity(identity, session, { consentVersion, now: new Date() })
      if (result === 'disabled') return `${signIn}?error=AccessDenied`
      if (result === 'second-factor') return `${signIn}?error=TotpRequired`
      outcome.sessionToken = token
      return true
    } catch (error) {
      log().error({ err: error }, 'sign-in by a provider failed')
      return `${signIn}?error=Callback`
    }
  }

// What next-auth has to say may hold codes and tokens: its own words are logged, nothing that came from outside.
const logger: AuthOptions['logger'] = {
  error: (code, metadata) => {
    const error = metadata instanceof Error ? metadata : metadata.error
    log().warn({ code, reason: error instanceof Error ? error.message.slice(0, 300) : undefined }, 'next-auth')
  },
  warn: () => {},
  debug: () => {},
}

/**
 * next-auth proves who somebody is; what it would keep in a signed cookie is replaced by a random token of ours, whose hash
 * stands in the sessions table: so a session can be listed, ended and revoked. Made for each request.
 * @param signIn the page in the person's language.
 */
export function authOptions(request: Request, outcome: Outcome, signIn: string): AuthOptions {
  const secure = env().PUBLIC_URL.startsWith('https:')
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    providers: [byPassword(request, outcome), ...configuredProviders()],
    pages: { signIn, error: signIn, signOut: '/' },
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    jwt: {
      encode: async ({ token }) => text(token?.sessionToken),
      decode: async ({ token }) => {
        const known = token ? await findSessionUser(hashToken(token), new Date()) : undefined
        return token && known ? { sub: known.user.id, sessionToken: token } : null
      },
    },
    callbacks: {
      redirect: async ({ url }) => addressHere(url),
      jwt: async ({ token }) => (outcome.sessionToken ? { sessionToken: outcome.sessionToken } : token),
      session: async ({ session }) => ({ expires: session.expires }),
      signIn: byProvider(request, outcome, signIn),
    },
    events: {
      signOut: async ({ token }) => {
        try {
          await endSessionByToken(hashToken(text(token?.sessionToken)))
        } catch (error) {
          outcome.failure = error
        }
      },
    },
    logger,
  }
}
