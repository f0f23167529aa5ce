import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { mailTokens, recoveryCodes, users } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import { Refusal } from '@/lib/errors'
import { shutOut } from './commands'
import { findMember } from './queries'

// What the operator does on the command line: whoever can start it has the database anyway.

async function raise(tx: Handle, id: string, passwordHash: string | null) {
  const person = { role: 'admin' as const, subjects: null, ...(passwordHash !== null && { passwordHash }) }
  await tx.update(users).set(person).where(eq(users.id, id))
  return shutOut(tx, id)
}

/**
 * Makes an admin of an address: a new member, who needs a password, or the member who has it.
 * @throws Refusal `forbidden` when that member is disabled or leaving; `password-needed` for a new one without
 */
export function makeAdmin(
  { email, passwordHash }: { email: string; passwordHash: string | null },
  now: Date,
): Promise<'made' | 'raised' | 'unchanged'> {
  return write(async (tx) => {
    const known = await findMember(email, tx)
    if (known && known.state !== 'active') throw new Refusal('forbidden')
    if (!known && passwordHash === null) throw new Refusal('password-needed')
    if (known?.role === 'admin' && passwordHash === null) return 'unchanged'
    const id = known?.id ?? randomUUID()
    const entry = { actorId: null, target: `user:${id}` }
    if (known) {
      const ended = await raise(tx, id, passwordHash)
      const details = { from: known.role, to: 'admin', subjects: null, ...ended }
      await audit(tx, { ...entry, action: 'person.role-changed', details }, now)
      if (passwordHash !== null) await audit(tx, { ...entry, action: 'person.password-set' }, now)
      return 'raised'
    }
    await tx.insert(users).values({ id, kind: 'member', role: 'admin', email, passwordHash, createdAt: now })
    await audit(tx, { ...entry, action: 'account.created', details: { role: 'admin' } }, now)
    // Whoever registered this address without proving it loses the password that was typed.
    await tx.delete(mailTokens).where(eq(mailTokens.email, email))
    return 'made'
  })
}

/**
 * Takes a second factor off whose app and recovery codes are both lost. An admin can do nothing until a new one is on.
 * @throws Refusal `not-found`
 */
export function removeSecondFactor(email: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const person = await findMember(email, tx)
    if (!person?.totp) throw new Refusal('not-found')
    const off = { totpSecret: null, totpNext: null, totpConfirmedAt: null, totpLastStep: null }
    await tx.update(users).set(off).where(eq(users.id, person.id))
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, person.id))
    const details = await shutOut(tx, person.id)
    await audit(tx, { actorId: null, action: 'second-factor.off', target: `user:${person.id}`, details }, now)
  })
}
