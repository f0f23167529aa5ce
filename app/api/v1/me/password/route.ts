import { z } from 'zod'
import { changePasswordSchema } from '@/domain/accounts/input'
import { changePassword } from '@/domain/accounts/password-commands'
import { passwordNotice } from '@/lib/auth/mails/letters'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { provePassword } from '@/lib/auth/prove'
import { sendSoon } from '@/lib/deliveries/send'
import { route } from '@/lib/route'

export const PUT = route(
  {
    summary: "Change one's password; all other devices are signed out",
    auth: 'member',
    token: 'never',
    input: changePasswordSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['password-needed', 'wrong-password'],
    limit: { max: 10, windowSeconds: 600 },
  },
  async ({ user, body, now }) => {
    const account = await provePassword(user.id, body.current)
    await requireGoodPassword(body.password, account)
    const change = {
      passwordHash: await hashPassword(body.password),
      notice: passwordNotice(body.language),
      against: account.passwordHash,
      sessionId: user.sessionId ?? '',
    }
    await changePassword(user.id, change, now)
    sendSoon()
    return undefined
  },
)
