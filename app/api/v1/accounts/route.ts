import { register } from '@/domain/accounts/commands'
import { registrationSchema } from '@/domain/accounts/input'
import { deliveryOutput } from '@/domain/accounts/output'
import { mailLimits, pendingToken, requireConsent, requireEmail } from '@/lib/auth/mails/asking'
import { knownNotice, letter, linkTo } from '@/lib/auth/mails/letters'
import { hashPassword, requireGoodPassword } from '@/lib/auth/passwords'
import { delivery } from '@/lib/deliveries/mail'
import { sendSoon } from '@/lib/deliveries/send'
import { route } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const POST = route(
  {
    summary: 'Register an address; the answer is the same whether or not it has an account',
    auth: 'none',
    input: registrationSchema,
    output: deliveryOutput,
    status: 202,
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now, request, headers }) => {
    const email = requireEmail(body.email)
    requireConsent(body.consent)
    await requireGoodPassword(body.password, { email, nickname: body.nickname ?? null })
    const token = newToken()
    const browser = pendingToken(request.headers)
    const { language } = body
    const confirm = letter('confirm', language, email, { link: linkTo(language, `/confirm#${token}`) })
    const registration = {
      email,
      passwordHash: await hashPassword(body.password),
      nickname: body.nickname ?? null,
      consent: body.consent,
      tokenHash: hashToken(token),
      browserHash: browser.hash,
      letters: { confirm, known: knownNotice(language, email) },
    }
    await register(registration, mailLimits(request, email), now)
    sendSoon()
    headers.append('set-cookie', browser.cookie)
    return { delivery: delivery() }
  },
)
