import { z } from 'zod'
import { reminderTokenSchema } from '@/domain/reminders/input'
import { stopNamed } from '@/lib/reminders/stop'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Stop a reminder by one click in a mail program (RFC 8058): a form is posted here, which says no more',
    auth: 'none',
    query: reminderTokenSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['token-invalid', 'not-found'],
    limit: { max: 600, windowSeconds: 60 },
  },
  ({ query, now }) => stopNamed(query.token, now).then(() => undefined),
)
