import { and, eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { recoveryCodes, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { endSessions } from '@/domain/sessions/commands'
import { Refusal } from '@/lib/errors'
import { readCode } from './codes'

/** What the rule needs of the outside: none of it waits. */
export type FactorTools = {
  /** The secret as it was before it was sealed; null when it cannot be opened any more. */
  open: (sealed: string) => string | null
  /** The time step that an app's code belongs to; null for a code that is wrong now. */
  stepOf: (secret: string, code: string, now: Date) => number | null
  /** Under which a recovery code is stored. */
  hash: (code: string) => string
}

/** Whoever changes their own second factor, in the session that stays. */
type Self = { id: string; sessionId: string | null }

async function findFactor(tx: Handle, userId: string) {
  const { role, totpSecret, totpNext, totpConfirmedAt, totpLastStep } = users
  const [factor] = await tx
    .select({ role, totpSecret, totpNext, totpConfirmedAt, totpLastStep })
    .from(users)
    .where(eq(users.id, userId))
  return factor
}

const change = (tx: Handle, userId: string, to: Partial<typeof users.$inferInsert>) =>
  tx.update(users).set(to).where(eq(users.id, userId))

const noteFor = (userId: string) => ({ actorId: userId, target: `user:${userId}` })

async function spendRecoveryCode(tx: Handle, userId: string, codeHash: string, now: Date): Promise<boolean> {
  const used = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash)))
    .returning({ userId: recoveryCodes.userId })
  if (used.length === 0) return false
  const left = await tx.$count(recoveryCodes, eq(recoveryCodes.userId, userId))
  await audit(tx, { ...noteFor(userId), action: 'second-factor.recovery-code-used', details: { left } }, now)
  return true
}

function stepOf(sealed: string, code: string, { now, tools }: Taking): number | null {
  const secret = tools.open(sealed)
  return secret === null ? null : tools.stepOf(secret, code, now)
}

/** Takes a code, and none twice: neither a recovery code, nor an app's code of a step that has passed once or was before it. */
async function takeCode(tx: Handle, userId: string, typed: string, { now, tools }: Taking): Promise<boolean> {
  const read = readCode(typed)
  const factor = await findFactor(tx, userId)
  if (!read || !factor?.totpSecret || !factor.totpConfirmedAt) return false
  if (read.kind === 'recovery') return spendRecoveryCode(tx, userId, tools.hash(read.code), now)
  const step = stepOf(factor.totpSecret, read.code, { now, tools })
  if (step === null || step <= (factor.totpLastStep ?? -1)) return false
  await change(tx, userId, { totpLastStep: step })
  return true
}
type Taking = { now: Date; tools: FactorTools }

/** Whether a code passes somebody's second factor: six digits of the app, or a recovery code, which is used up by it. */
export const passSecondFactor = (
  userId: string,
  code: string,
  now: Date,
  tools: FactorTools,
): Promise<'passed' | 'wrong'> =>
  write(async (tx) => ((await takeCode(tx, userId, code, { now, tools })) ? 'passed' : 'wrong'))

async function requireCode(tx: Handle, userId: string, code: string | undefined, taking: Taking) {
  if (code === undefined) throw new Refusal('totp-required')
  if (!(await takeCode(tx, userId, code, taking))) throw new Refusal('totp-wrong')
}

/**
 * Lays a secret beside the one in force, if any, until a code confirms it. Whoever moves to another phone shows a code of
 * the old one. @throws Refusal `totp-required`, `totp-wrong`
 */
export function beginSecondFactor(
  userId: string,
  { sealed, code }: { sealed: string; code: string | undefined },
  now: Date,
  tools: FactorTools,
): Promise<void> {
  return write(async (tx) => {
    const factor = await findFactor(tx, userId)
    if (factor?.totpConfirmedAt) await requireCode(tx, userId, code, { now, tools })
    await change(tx, userId, { totpNext: sealed })
  })
}

async function replaceRecoveryCodes(tx: Handle, userId: string, codeHashes: readonly string[]) {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })))
}

/**
 * Puts in force what was begun; the other sessions end. @param codeHashes of the new recovery codes.
 * @throws Refusal `not-found` when nothing was begun, `totp-wrong`
 */
export function confirmSecondFactor(
  { id, sessionId }: Self,
  { code, codeHashes }: { code: string; codeHashes: readonly string[] },
  now: Date,
  tools: FactorTools,
): Promise<void> {
  return write(async (tx) => {
    const factor = await findFactor(tx, id)
    if (!factor?.totpNext) throw new Refusal('not-found')
    const read = readCode(code)
    const step = read?.kind === 'app' ? stepOf(factor.totpNext, read.code, { now, tools }) : null
    if (step === null) throw new Refusal('totp-wrong')
    const inForce = { totpSecret: factor.totpNext, totpNext: null, totpConfirmedAt: now, totpLastStep: step }
    await change(tx, id, inForce)
    await replaceRecoveryCodes(tx, id, codeHashes)
    const sessions = await endSessions(tx, id, sessionId ?? undefined)
    const action = factor.totpConfirmedAt ? 'second-factor.replaced' : 'second-factor.on'
    await audit(tx, { ...noteFor(id), action, details: { sessions } }, now)
  })
}

/** Switches it off. @throws Refusal `forbidden` for admins, who need one; `totp-wrong` */
export function endSecondFactor(userId: string, code: string, now: Date, tools: FactorTools): Promise<void> {
  return write(async (tx) => {
    const factor = await findFactor(tx, userId)
    if (factor?.role === 'admin') throw new Refusal('forbidden')
    await requireCode(tx, userId, code, { now, tools })
    await change(tx, userId, { totpSecret: null, totpNext: null, totpConfirmedAt: null, totpLastStep: null })
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
    await audit(tx, { ...noteFor(userId), action: 'second-factor.off' }, now)
  })
}

/** New recovery codes; the old ones pass no more. @throws Refusal `totp-wrong` */
export function renewRecoveryCodes(
  userId: string,
  { code, codeHashes }: { code: string; codeHashes: readonly string[] },
  now: Date,
  tools: FactorTools,
): Promise<void> {
  return write(async (tx) => {
    await requireCode(tx, userId, code, { now, tools })
    await replaceRecoveryCodes(tx, userId, codeHashes)
    await audit(tx, { ...noteFor(userId), action: 'second-factor.recovery-codes-renewed' }, now)
  })
}
