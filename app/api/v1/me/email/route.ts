import { requestEmailChange } from '@/domain/accounts/commands'
import { changeEmailSchema } from '@/domain/accounts/input'
import { deliveryOutput } from '@/domain/accounts/output'
import { mailLimits, requireEmail } from '@/lib/auth/mails/asking'
import { knownNotice, letter, linkTo } from '@/lib/auth/mails/letters'
import { provePassword } from '@/lib/auth/prove'
import { delivery } from '@/lib/deliveries/mail'
import { sendSoon } from '@/lib/deliveries/send'
import { route } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const POST = route(
  {
    summary: "Move one's account to another address; a link goes there first",
    auth: 'member',
    token: 'never',
    input: changeEmailSchema,
    output: deliveryOutput,
    status: 202,
    refusals: ['password-needed', 'wrong-password'],
    limit: { max: 10, windowSeconds: 600 },
  },
  async ({ user, body, now, request }) => {
    await provePassword(user.id, body.password)
    const email = requireEmail(body.email)
    const token = newToken()
    const { language } = body
    const letters = {
      confirm: letter('change', language, email, { link: linkTo(language, `/confirm#${token}`) }),
      known: knownNotice(language, email),
    }
    const change = { userId: user.id, email, tokenHash: hashToken(token), letters }
    await requestEmailChange(change, mailLimits(request, email), now)
    sendSoon()
    return { delivery: delivery() }
  },
)
