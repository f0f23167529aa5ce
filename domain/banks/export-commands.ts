import { write } from '@/db/client'
import { audit } from '@/domain/audit/commands'
import { getSubject } from '@/domain/exams/queries'
import { caresFor } from '@/domain/users/permissions'
import type { User } from '@/domain/users/queries'
import { Refusal } from '@/lib/errors'

/** Notes who takes a bank out; null is the command line. @throws Refusal `not-found` also for a subject of others */
export function noteExport(
  user: Pick<User, 'id' | 'role' | 'subjects'> | null,
  { subject, format }: { subject: string; format: string },
  now: Date,
): Promise<void> {
  return write(async (tx) => {
    await getSubject(subject, tx)
    if (user && !caresFor(user, subject)) throw new Refusal('not-found')
    const entry = {
      actorId: user?.id ?? null,
      action: 'bank.exported',
      target: `subject:${subject}`,
      details: { format },
    } as const
    await audit(tx, entry, now)
  })
}
