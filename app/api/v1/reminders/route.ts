import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { remindBrowser } from '@/domain/reminders/browser-commands'
import { askReminder } from '@/domain/reminders/commands'
import { reminderSchema, reminderTokenSchema } from '@/domain/reminders/input'
import { askedOutput, reminderOutput } from '@/domain/reminders/output'
import { getReminder } from '@/domain/reminders/queries'
import { requireEmail } from '@/lib/auth/mails/asking'
import { delivery } from '@/lib/deliveries/mail'
import { vapid } from '@/lib/deliveries/push'
import { sendSoon } from '@/lib/deliveries/send'
import { hasSms } from '@/lib/deliveries/sms'
import { Refusal } from '@/lib/errors'
import { askLimits, codeHash, codeLimits, newCode, requirePhone, requirePushService } from '@/lib/reminders/asking'
import { remindSoon } from '@/lib/reminders/job'
import { codeMessage, confirmLetter } from '@/lib/reminders/letters'
import { reminderNamed, stopNamed } from '@/lib/reminders/stop'
import { route } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const GET = route(
  {
    summary: 'What a reminder tells of, to whoever has its mails',
    auth: 'none',
    query: reminderTokenSchema,
    output: reminderOutput,
    refusals: ['token-invalid', 'not-found'],
    limit: { max: 60, windowSeconds: 60 },
  },
  ({ query }) => getReminder(reminderNamed(query.token)),
)

type Body = z.output<typeof reminderSchema>
type Asking = { body: Body; examSlug: string; now: Date; request: Request }

const wished = ({ region, level, language, events }: Body, examSlug: string) => ({
  ...{ examSlug, region, level, language, events: [...new Set(events)] },
})

async function byMail({ body, examSlug, now, request }: Asking) {
  const email = requireEmail(body.email ?? '')
  const token = newToken()
  const wish = wished(body, examSlug)
  const asked = { ...wish, channel: 'mail' as const, address: email, tokenHash: hashToken(token) }
  const confirm = { ...confirmLetter({ email, token, ...wish }), channel: 'mail' as const }
  await askReminder(asked, confirm, askLimits(request, email), now)
  sendSoon()
  return { delivery: delivery() }
}

async function bySms({ body, examSlug, now, request }: Asking) {
  if (!hasSms()) throw new Refusal('not-set')
  const phone = requirePhone(body.phone ?? '')
  const code = newCode()
  const tokenHash = codeHash('start', phone, code)
  const asked = { ...wished(body, examSlug), channel: 'sms' as const, address: phone, tokenHash }
  await askReminder(asked, codeMessage(phone, code), codeLimits(request, phone), now)
  sendSoon()
  return { delivery: 'sms' as const }
}

async function byPush({ body, examSlug, now }: Asking) {
  if (!vapid() || !body.browser) throw new Refusal('not-set')
  requirePushService(body.browser.endpoint)
  await remindBrowser(wished(body, examSlug), body.browser, now)
  remindSoon(now)
  return { delivery: 'push' as const }
}

export const POST = route(
  {
    summary:
      'Ask to be told of events of the exam; it counts when the address has confirmed it (a browser has by asking), and needs no account',
    auth: 'none',
    input: reminderSchema,
    output: askedOutput,
    status: 202,
    refusals: ['not-set'],
    limit: { max: 20, windowSeconds: 60 },
  },
  async ({ body, now, request }) => {
    const exam = await firstExam()
    if (!exam.levels.some((one) => one.slug === body.level))
      throw new Refusal('invalid', { errors: [{ path: 'body.level', code: 'level', message: 'no such level' }] })
    const ways = { mail: byMail, sms: bySms, push: byPush }
    return ways[body.channel]({ body, examSlug: exam.slug, now, request })
  },
)

export const DELETE = route(
  {
    summary: 'Stop a reminder of dates, or the daily mail, by what stands in its messages',
    auth: 'none',
    query: reminderTokenSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['token-invalid', 'not-found'],
    limit: { max: 60, windowSeconds: 60 },
  },
  ({ query, now }) => stopNamed(query.token, now).then(() => undefined),
)
