import { randomInt } from 'node:crypto'
import type { AskLimits } from '@/domain/reminders/commands'
import { canonicalPhone } from '@/domain/reminders/phone'
import type { StoredLimit } from '@/domain/users/throttle-commands'
import { mailLimits } from '../auth/mails/asking'
import { isPushService } from '../deliveries/push-services'
import { env } from '../env'
import { Refusal } from '../errors'
import { addressKey, countingKey } from '../session'

const daySeconds = 86_400

const fault = (field: string) =>
  new Refusal('invalid', { errors: [{ path: `body.${field}`, code: field, message: field }] })

/** @throws Refusal `invalid` with the code `phone` for what is no mobile number of mainland China */
export function requirePhone(typed: string): string {
  const phone = canonicalPhone(typed)
  if (!phone) throw fault('phone')
  return phone
}

/** @throws Refusal `invalid` with the code `browser` for an address that is of no known service */
export function requirePushService(endpoint: string) {
  if (!isPushService(endpoint)) throw fault('browser')
}

export function askLimits(request: Request, email: string): AskLimits {
  const { asker, address } = mailLimits(request, email)
  return { asker: [asker], address }
}

/** Codes cost money: few a day for one who asks and for one number, and a bound for all of them together. */
export function codeLimits(request: Request, phone: string): AskLimits {
  const daily = (key: string, max: number): StoredLimit => ({ key, max, windowSeconds: daySeconds })
  const many = (max: number) => Math.ceil(max * env().THROTTLE_FACTOR)
  return {
    asker: [daily(`sms-from:${addressKey(request)}`, many(10)), daily('sms-all', env().SMS_CODES_PER_DAY)],
    address: daily(`sms-to:${countingKey(`phone:${phone}`)}`, many(5)),
  }
}

/** Five guesses in ten minutes. */
export const guessLimit = (phone: string): StoredLimit => ({
  ...{ key: `sms-guess:${countingKey(`phone:${phone}`)}`, max: 5, windowSeconds: 600 },
})

export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')

/** What is stored of a code: keyed, since a million codes are soon hashed. */
export const codeHash = (what: 'start' | 'stop', phone: string, code: string) =>
  countingKey(`sms-code:${what}:${phone}:${code}`)
