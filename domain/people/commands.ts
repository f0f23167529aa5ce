import { eq, inArray } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { apiTokens, subjects, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { endSessions } from '@/domain/sessions/commands'
import { Refusal } from '@/lib/errors'
import type { PersonChange } from './input'
import type { PersonView } from './output'
import { countOtherAdmins, getPerson } from './queries'

/** Whoever could not go without leaving the house to nobody. @throws Refusal `last-admin` */
export async function requireAnotherAdmin(tx: Handle, id: string) {
  if ((await countOtherAdmins(id, tx)) === 0) throw new Refusal('last-admin')
}

/** Whoever was an admin when the request came in may have been demoted since. @throws Refusal `forbidden` */
async function requireAdmin(tx: Handle, id: string) {
  const actor = await getPerson(id, tx)
  if (actor.role !== 'admin' || actor.state === 'disabled') throw new Refusal('forbidden')
}

async function requireSubjects(tx: Handle, named: readonly string[]) {
  const known = await tx
    .select({ slug: subjects.slug })
    .from(subjects)
    .where(inArray(subjects.slug, [...named]))
  const unknown = named.filter((slug) => !known.some((row) => row.slug === slug))
  if (unknown.length > 0)
    throw new Refusal('invalid', {
      errors: [{ path: 'body.subjects', code: 'unknown', message: `no subject ${unknown.join(', ')}` }],
    })
}

/** Everything that lets somebody in: the next request of any browser or program of theirs is nobody's. */
export async function shutOut(tx: Handle, userId: string): Promise<{ sessions: number; tokens: number }> {
  const tokens = await tx.delete(apiTokens).where(eq(apiTokens.userId, userId)).returning({ id: apiTokens.id })
  return { sessions: await endSessions(tx, userId), tokens: tokens.length }
}

type Step = { tx: Handle; actorId: string; person: PersonView; now: Date }

async function changeRole({ tx, actorId, person, now }: Step, role: PersonView['role'], named: string[] | null) {
  if (role !== 'admin' && person.role === 'admin' && person.state === 'active') await requireAnotherAdmin(tx, person.id)
  await tx.update(users).set({ role, subjects: named }).where(eq(users.id, person.id))
  const details = { from: person.role, to: role, subjects: named, ...(await shutOut(tx, person.id)) }
  await audit(tx, { actorId, action: 'person.role-changed', target: `user:${person.id}`, details }, now)
}

async function changeSubjects({ tx, actorId, person, now }: Step, named: string[] | null) {
  await tx.update(users).set({ subjects: named }).where(eq(users.id, person.id))
  const details = { subjects: named }
  await audit(tx, { actorId, action: 'person.subjects-changed', target: `user:${person.id}`, details }, now)
}

async function changeDisabled({ tx, actorId, person, now }: Step, disabled: boolean) {
  if (disabled && person.role === 'admin') await requireAnotherAdmin(tx, person.id)
  await tx
    .update(users)
    .set({ disabledAt: disabled ? now : null })
    .where(eq(users.id, person.id))
  const details = disabled ? await shutOut(tx, person.id) : {}
  const action = disabled ? 'person.disabled' : 'person.enabled'
  await audit(tx, { actorId, action, target: `user:${person.id}`, details }, now)
}

const isSame = (one: readonly string[] | null, other: readonly string[] | null) =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * Gives a person another role or other subjects, disables or enables them. What takes rights away takes effect at their next
 * request; what changes nothing is not noted.
 * @throws Refusal `yourself`: nobody changes their own rights; `last-admin`; `not-found`; `invalid` for unknown subjects
 */
export function changePerson(actorId: string, id: string, change: PersonChange, now: Date): Promise<PersonView> {
  return write(async (tx) => {
    if (actorId === id) throw new Refusal('yourself')
    const person = await getPerson(id, tx)
    const step = { tx, actorId, person, now }
    const role = change.role ?? person.role
    // Learners care for no subject, admins for all.
    const isEditing = role === 'editor' || role === 'reviewer'
    const wanted = change.subjects === undefined ? person.subjects : change.subjects
    const named = isEditing && wanted ? [...new Set(wanted)].sort() : null
    if (named) await requireSubjects(tx, named)
    const isDisabled = person.state === 'disabled'
    if (role !== person.role) await changeRole(step, role, named)
    else if (!isSame(named, person.subjects)) await changeSubjects(step, named)
    if (change.disabled !== undefined && change.disabled !== isDisabled)
      await changeDisabled({ ...step, person: { ...person, role } }, change.disabled)
    await requireAdmin(tx, actorId)
    return getPerson(id, tx)
  })
}

/** Signs a person out everywhere. @returns how many sessions there were. */
export function endPersonSessions(actorId: string, id: string, now: Date): Promise<number> {
  return write(async (tx) => {
    await requireAdmin(tx, actorId)
    await getPerson(id, tx)
    const sessions = await endSessions(tx, id)
    await audit(tx, { actorId, action: 'person.sessions-ended', target: `user:${id}`, details: { sessions } }, now)
    return sessions
  })
}
