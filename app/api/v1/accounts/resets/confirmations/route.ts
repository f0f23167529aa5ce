import { z } from 'zod'
import { newPasswordSchema } from '@/domain/accounts/input'
import { resetPassword } from '@/domain/accounts/password-commands'
import { findAccountById, findMailToken } from '@/domain/accounts/queries'
import { passwordNotice } from '@/lib/auth/mails/letters'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { sendSoon } from '@/lib/deliveries/send'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'
import { hashToken } from '@/lib/session'

export const POST = route(
  {
    summary: 'Set a new password by the link that was mailed; all sessions end',
    auth: 'none',
    input: newPasswordSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['token-invalid'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now }) => {
    const tokenHash = hashToken(body.token)
    const token = await findMailToken(tokenHash, now)
    const account = token?.purpose === 'reset' && token.userId ? await findAccountById(token.userId) : undefined
    if (!account) throw new Refusal('token-invalid')
    await requireGoodPassword(body.password, account)
    const notice = passwordNotice(body.language)
    await resetPassword(tokenHash, { passwordHash: await hashPassword(body.password), notice }, now)
    sendSoon()
    return undefined
  },
)
