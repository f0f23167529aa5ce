import { clearCodes, confirmReminder, countCode } from '@/domain/reminders/commands'
import { confirmationSchema } from '@/domain/reminders/input'
import { reminderOutput } from '@/domain/reminders/output'
import { codeHash, guessLimit, requirePhone } from '@/lib/reminders/asking'
import { remindSoon } from '@/lib/reminders/job'
import { route } from '@/lib/route'
import { hashToken } from '@/lib/session'

async function byCode(typed: string, code: string, now: Date) {
  const phone = requirePhone(typed)
  const limit = guessLimit(phone)
  await countCode(limit, now)
  const standing = await confirmReminder(codeHash('start', phone, code), now)
  await clearCodes(limit)
  return standing
}

export const POST = route(
  {
    summary: 'Confirm a reminder by the link that was mailed, or the code that came by SMS',
    auth: 'none',
    input: confirmationSchema,
    output: reminderOutput,
    refusals: ['token-invalid'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now }) => {
    const { token, phone = '', code = '' } = body
    const given = token === undefined ? byCode(phone, code, now) : confirmReminder(hashToken(token), now)
    const { region, level, events } = await given
    // What is due already is told beside this, and not when the job comes by.
    remindSoon(now)
    return { region, level, events, status: 'standing' as const }
  },
)
