import { timingSafeEqual } from 'node:crypto'
import { env } from '../env'
import { Refusal } from '../errors'
import { countingKey } from '../session'

const sealOf = (id: string) => countingKey(`stop:${id}`).slice(0, 32)

/** Names a reminder to whoever has its mails: enough to see and to stop it, and nothing else. Nothing of it is stored. */
export const stopToken = (id: string) => `${id}.${sealOf(id)}`

/** @throws Refusal `token-invalid` */
export function reminderNamed(token: string): string {
  const [id = '', seal = ''] = token.split('.')
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(id))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refusal('token-invalid')
  return id
}

/** Where a mail program stops it by one click, without opening a page (RFC 8058). */
export const oneClickUrl = (id: string) =>
  new URL(`/api/v1/reminders/stop?token=${stopToken(id)}`, env().PUBLIC_URL).href
