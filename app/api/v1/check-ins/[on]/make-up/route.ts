import { z } from 'zod'
import { makeUpDay } from '@/domain/check-ins/commands'
import { makeUpOutput } from '@/domain/check-ins/output'
import { text } from '@/domain/questions/input'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Spend a make-up on a missed day whose set was done since',
    auth: 'required',
    params: z.object({ on: z.iso.date() }),
    input: z.strictObject({ exam: text(100) }),
    output: makeUpOutput,
    refusals: ['already-checked-in', 'too-late', 'not-missed', 'set-not-done', 'none-left'],
  },
  ({ user, params, body, now }) => makeUpDay(user.id, body.exam, params.on, now),
)
