import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { listExams } from '@/domain/exams/queries'
import { dayIn } from '@/domain/exams/zone'
import { Refusal } from '@/lib/errors'
import { consentVersion } from './consent'
import { goalFaults } from './goal'
import type { ChangeMe, Goal } from './input'
import type { User } from './queries'

const invalid = (faults: { path: string; code: string }[]) =>
  new Refusal('invalid', { errors: faults.map(({ path, code }) => ({ path: `body.${path}`, code, message: code })) })

async function requireSoundGoal(tx: Handle, goal: Goal, now: Date) {
  const exam = (await listExams(tx)).find((one) => one.slug === goal.exam)
  if (!exam) throw invalid([{ path: 'goal.exam', code: 'unknown' }])
  const faults = goalFaults(goal, exam, Number(dayIn(exam.timeZone, now).slice(0, 4)))
  if (faults.length > 0) throw invalid(faults.map(({ path, code }) => ({ path: `goal.${path}`, code })))
}

/**
 * Changes what one may change of oneself; what is absent stays.
 * @throws Refusal `no-member` for a guest's nickname or consent; `invalid` for a goal the exam does not know, or an agreement to
 *   a notice that is not in force.
 */
export function changeMe({ id, kind }: User, { nickname, settings, goal, consent }: ChangeMe, now: Date) {
  if (kind === 'guest' && (nickname !== undefined || consent !== undefined)) throw new Refusal('no-member')
  if (consent !== undefined && consent !== consentVersion) throw invalid([{ path: 'consent', code: 'consent' }])
  return write(async (tx) => {
    if (goal) await requireSoundGoal(tx, goal, now)
    const [before] = await tx.select({ settings: users.settings }).from(users).where(eq(users.id, id))
    const change = {
      ...(nickname !== undefined && { nickname }),
      ...(settings && { settings: { ...before?.settings, ...settings } }),
      ...(goal !== undefined && { goal }),
      ...(consent !== undefined && { consentVersion: consent, consentAt: now }),
    }
    if (Object.keys(change).length > 0) await tx.update(users).set(change).where(eq(users.id, id))
    if (consent !== undefined)
      await audit(tx, { actorId: id, action: 'account.consented', target: `user:${id}`, details: { consent } }, now)
  })
}
