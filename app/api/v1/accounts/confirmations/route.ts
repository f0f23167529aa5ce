import { confirm, isSameBrowser } from '@/domain/accounts/commands'
import { confirmationSchema } from '@/domain/accounts/input'
import { confirmationOutput } from '@/domain/accounts/output'
import { findMailToken, type MailToken } from '@/domain/accounts/queries'
import { noPendingCookie, pendingHash } from '@/lib/auth/mails/asking'
import { letter } from '@/lib/auth/mails/letters'
import { newSession } from '@/lib/auth/new-session'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { sendSoon } from '@/lib/deliveries/send'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'
import { hashToken, newSessionCookie } from '@/lib/session'

/** Hash of the password that is chosen now, if one is. @throws Refusal `password-needed` */
async function chosenHash(token: MailToken, password: string | undefined, browserHash: string | null) {
  if (token.purpose !== 'register') return null
  if (password === undefined) {
    if (!isSameBrowser(token, browserHash)) throw new Refusal('password-needed')
    return null
  }
  await requireGoodPassword(password, { email: token.email, nickname: token.nickname })
  return hashPassword(password)
}

export const POST = route(
  {
    summary: 'Confirm an address by the link that was mailed; a registration is signed in',
    auth: 'none',
    input: confirmationSchema,
    output: confirmationOutput,
    refusals: ['token-invalid', 'password-needed'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now, request, headers }) => {
    const tokenHash = hashToken(body.token)
    const browserHash = pendingHash(request.headers)
    // Looked at before anything is hashed: a link that is none costs nothing.
    const known = await findMailToken(tokenHash, now)
    if (!known || known.purpose === 'reset') throw new Refusal('token-invalid')
    const passwordHash = await chosenHash(known, body.password, browserHash)
    const { token, session } = newSession(request)
    const moved = (to: string) => letter('emailChanged', body.language, to)
    const confirmed = await confirm({ tokenHash, browserHash, passwordHash, session, moved }, now)
    sendSoon()
    if (confirmed.purpose === 'register') {
      headers.append('set-cookie', newSessionCookie(token))
      headers.append('set-cookie', noPendingCookie())
    }
    return confirmed
  },
)
