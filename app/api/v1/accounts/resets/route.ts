import { resetSchema } from '@/domain/accounts/input'
import { deliveryOutput } from '@/domain/accounts/output'
import { requestReset } from '@/domain/accounts/password-commands'
import { mailLimits, requireEmail } from '@/lib/auth/mails/asking'
import { letter, linkTo } from '@/lib/auth/mails/letters'
import { delivery } from '@/lib/deliveries/mail'
import { sendSoon } from '@/lib/deliveries/send'
import { route } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const POST = route(
  {
    summary: 'Ask for a link that sets a new password; the answer is the same for every address',
    auth: 'none',
    input: resetSchema,
    output: deliveryOutput,
    status: 202,
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now, request }) => {
    const email = requireEmail(body.email)
    const token = newToken()
    const link = linkTo(body.language, `/reset#${token}`)
    const mail = letter('reset', body.language, email, { link })
    await requestReset({ email, tokenHash: hashToken(token), letter: mail }, mailLimits(request, email), now)
    sendSoon()
    return { delivery: delivery() }
  },
)
