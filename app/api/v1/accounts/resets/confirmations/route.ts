import { z } from 'zod'
import { newPasswordSchema } from '@/domain/accounts/input'
import { resetPassword } from '@/domain/accounts/password-commands'
import { findMailToken } from '@/domain/accounts/queries'
import { letter, linkTo } from '@/lib/auth/letters'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { Refusal } from '@/lib/errors'
import { sendMailsSoon } from '@/lib/mail'
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
    if (token?.purpose !== 'reset') throw new Refusal('token-invalid')
    await requireGoodPassword(body.password, [token.email])
    const notice = (email: string) => letter('passwordChanged', 'zh-CN', email, { forgot: linkTo('zh-CN', '/forgot') })
    await resetPassword(tokenHash, { passwordHash: await hashPassword(body.password), notice }, now)
    sendMailsSoon()
    return undefined
  },
)
