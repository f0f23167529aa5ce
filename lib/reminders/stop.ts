import { timingSafeEqual } from 'node:crypto'
import { stopPracticeReminder } from '@/domain/practice-reminders/commands'
import { stopReminder } from '@/domain/reminders/commands'
import { env } from '../env'
import { Refusal } from '../errors'
import { countingKey } from '../session'

const sealOf = (id: string, length = 32) => countingKey(`stop:${id}`).slice(0, length)

/** Names a reminder to whoever has its mails: enough to see and to stop it, and nothing else. Nothing of it is stored. */
export const stopToken = (id: string) => `${id}.${sealOf(id)}`

const shortSeal = 12
/** The same in 34 characters: a variable in a template of SMS holds 35. */
export const shortToken = (id: string) =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + sealOf(`short:${id}`, shortSeal)

/** Ends the daily mail of a person. */
export const practiceToken = (userId: string) => `practice.${userId}.${sealOf(`practice:${userId}`)}`

function requireSeal(seal: string, right: string) {
  const [given, wanted] = [Buffer.from(seal), Buffer.from(right)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refusal('token-invalid')
}

function fromShort(token: string): string {
  const hex = Buffer.from(token.slice(0, -shortSeal), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  requireSeal(token.slice(-shortSeal), sealOf(`short:${id}`, shortSeal))
  return id
}

/** @throws Refusal `token-invalid` */
export function reminderNamed(token: string): string {
  if (/^[\w-]{34}$/.test(token)) return fromShort(token)
  const [id = '', seal = ''] = token.split('.')
  requireSeal(seal, sealOf(id))
  return id
}

/** Stops what a token names: a reminder of dates, or somebody's daily mail. @throws Refusal `token-invalid`, `not-found` */
export async function stopNamed(token: string, now: Date): Promise<void> {
  const [kind, userId = '', seal = ''] = token.split('.')
  if (kind !== 'practice') return stopReminder(reminderNamed(token), now)
  requireSeal(seal, sealOf(`practice:${userId}`))
  await stopPracticeReminder(userId, { channel: 'mail' }, now)
}

/** Where a mail program stops it by one click, without opening a page (RFC 8058). */
export const oneClickUrl = (token: string) => new URL(`/api/v1/reminders/stop?token=${token}`, env().PUBLIC_URL).href
