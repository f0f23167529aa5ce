import { confirmReminder } from '@/domain/reminders/commands'
import { reminderTokenSchema } from '@/domain/reminders/input'
import { reminderOutput } from '@/domain/reminders/output'
import { remind } from '@/lib/reminders/job'
import { route } from '@/lib/route'
import { hashToken } from '@/lib/session'

export const POST = route(
  {
    summary: 'Confirm a reminder by the link that was mailed',
    auth: 'none',
    input: reminderTokenSchema,
    output: reminderOutput,
    refusals: ['token-invalid'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now }) => {
    const { region, level, events } = await confirmReminder(hashToken(body.token), now)
    // What is due already is told at once, and not when the job comes by.
    await remind(now)
    return { region, level, events, status: 'standing' as const }
  },
)
