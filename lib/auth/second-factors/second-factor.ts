import { randomBytes } from 'node:crypto'
import { countTry } from '@/domain/accounts/sign-in-commands'
import { readCode, recoveryCode, recoveryCodeBytes, recoveryCodesAtOnce } from '@/domain/second-factors/codes'
import { type FactorTools, passSecondFactor } from '@/domain/second-factors/commands'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { log } from '@/lib/log'
import { hashToken } from '@/lib/session'
import { unseal } from './sealed'
import { stepOf } from './totp'

/** Sealed with another AUTH_SECRET no app's code passes any more; recovery codes do. */
function open(sealed: string): string | null {
  try {
    return unseal(sealed)
  } catch (error) {
    log().error({ err: error }, 'a second factor cannot be read: it was sealed with another AUTH_SECRET')
    return null
  }
}

export const factorTools: FactorTools = { open, stepOf, hash: hashToken }

/** @throws Refusal `totp-required` without a code, `totp-wrong` with one that does not pass. */
export async function requireSecondFactor(userId: string, code: string, now: Date) {
  if (code === '') throw new Refusal('totp-required')
  if ((await passSecondFactor(userId, code, now, factorTools)) !== 'passed') throw new Refusal('totp-wrong')
}

const quarter = 900

/** Codes are short: somebody at an open session may not try them all. @throws Refusal `too-many-requests` */
export const countCode = (userId: string, now: Date) =>
  countTry(
    [{ key: `second-factor:${userId}`, max: Math.ceil(10 * env().THROTTLE_FACTOR), windowSeconds: quarter }],
    now,
  )

/** New recovery codes, to be shown once, and the hashes that are stored. */
export function newRecoveryCodes() {
  const codes = Array.from({ length: recoveryCodesAtOnce }, () => recoveryCode(randomBytes(recoveryCodeBytes)))
  return { codes, codeHashes: codes.map((code) => hashToken(readCode(code)?.code ?? code)) }
}
