import { confirm, isSameBrowser } from '@/domain/accounts/commands'
import { confirmationSchema } from '@/domain/accounts/input'
import { confirmationOutput } from '@/domain/accounts/output'
import { findMailToken } from '@/domain/accounts/queries'
import { sessionDays } from '@/domain/sessions/commands'
import { noPendingCookie, pendingHash } from '@/lib/auth/asking'
import { deviceOf } from '@/lib/auth/device'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'
import { hashToken, newToken, setCookie } from '@/lib/session'

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
    const token = await findMailToken(tokenHash, now)
    if (!token || token.purpose === 'reset') throw new Refusal('token-invalid')
    const chooses = token.purpose === 'register' && body.password !== undefined
    if (token.purpose === 'register' && !chooses && !isSameBrowser(token, browserHash))
      throw new Refusal('password-needed')
    if (chooses && body.password) await requireGoodPassword(body.password, [token.email])
    const passwordHash = chooses && body.password ? await hashPassword(body.password) : null
    const session = newToken()
    const opened = { tokenHash: hashToken(session), device: deviceOf(request.headers) }
    const confirmed = await confirm({ tokenHash, browserHash, passwordHash, session: opened }, now)
    if (confirmed.purpose === 'register') {
      headers.append('set-cookie', setCookie('session', session, sessionDays * 86_400))
      headers.append('set-cookie', noPendingCookie())
    }
    return confirmed
  },
)
