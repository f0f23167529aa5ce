import { passSecondFactor } from '@/domain/second-factors/commands'
import { Refusal } from '../errors'

/** @throws Refusal `totp-required` without a code, `totp-wrong` with one that does not pass. */
export async function requireSecondFactor(userId: string, code: string, now: Date) {
  if (code === '') throw new Refusal('totp-required')
  if ((await passSecondFactor(userId, code, now)) !== 'passed') throw new Refusal('totp-wrong')
}
