import { z } from 'zod'
import { askToStop, clearCodes, countCode, stopByCode } from '@/domain/reminders/commands'
import { phoneCodeSchema, phoneSchema } from '@/domain/reminders/input'
import { sendSoon } from '@/lib/deliveries/send'
import { hasSms } from '@/lib/deliveries/sms'
import { Refusal } from '@/lib/errors'
import { codeHash, codeLimits, guessLimit, newCode, requirePhone } from '@/lib/reminders/asking'
import { codeMessage } from '@/lib/reminders/letters'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Send a code to a number that is told of anything, with which its reminders are stopped',
    auth: 'none',
    input: phoneSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['not-set'],
    limit: { max: 20, windowSeconds: 60 },
  },
  async ({ body, now, request }) => {
    if (!hasSms()) throw new Refusal('not-set')
    const phone = requirePhone(body.phone)
    const code = newCode()
    const sent = { hash: codeHash('stop', phone, code), message: codeMessage(phone, code) }
    await askToStop(phone, sent, codeLimits(request, phone), now)
    sendSoon()
    return undefined
  },
)

export const DELETE = route(
  {
    summary: 'Stop all reminders of a number, by the code that was sent to it',
    auth: 'none',
    input: phoneCodeSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['token-invalid'],
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ body, now }) => {
    const phone = requirePhone(body.phone)
    const limit = guessLimit(phone)
    await countCode(limit, now)
    await stopByCode(phone, codeHash('stop', phone, body.code), now)
    await clearCodes(limit)
    return undefined
  },
)
