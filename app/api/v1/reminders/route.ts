import { z } from 'zod'
import { deliveryOutput } from '@/domain/accounts/output'
import { firstExam } from '@/domain/exams/queries'
import { askReminder, stopReminder } from '@/domain/reminders/commands'
import { reminderSchema, reminderTokenSchema } from '@/domain/reminders/input'
import { reminderOutput } from '@/domain/reminders/output'
import { getReminder } from '@/domain/reminders/queries'
import { mailLimits, requireEmail } from '@/lib/auth/mails/asking'
import { delivery } from '@/lib/deliveries/mail'
import { sendSoon } from '@/lib/deliveries/send'
import { Refusal } from '@/lib/errors'
import { confirmLetter } from '@/lib/reminders/letters'
import { reminderNamed } from '@/lib/reminders/stop'
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

export const POST = route(
  {
    summary: 'Ask to be told of events of the exam; it counts when the address has confirmed it, and needs no account',
    auth: 'none',
    input: reminderSchema,
    output: deliveryOutput,
    status: 202,
    limit: { max: 20, windowSeconds: 60 },
  },
  async ({ body, now, request }) => {
    const email = requireEmail(body.email)
    const exam = await firstExam()
    if (!exam.levels.some((one) => one.slug === body.level))
      throw new Refusal('invalid', { errors: [{ path: 'body.level', code: 'level', message: 'no such level' }] })
    const token = newToken()
    const { region, level, language } = body
    const events = [...new Set(body.events)]
    const asked = {
      examSlug: exam.slug,
      channel: 'mail' as const,
      address: email,
      region,
      level,
      events,
      language,
      tokenHash: hashToken(token),
    }
    await askReminder(asked, confirmLetter({ email, region, events, language, token }), mailLimits(request, email), now)
    sendSoon()
    return { delivery: delivery() }
  },
)

export const DELETE = route(
  {
    summary: 'Stop a reminder, by what stands in its mails',
    auth: 'none',
    query: reminderTokenSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['token-invalid', 'not-found'],
    limit: { max: 60, windowSeconds: 60 },
  },
  ({ query, now }) => stopReminder(reminderNamed(query.token), now).then(() => undefined),
)
