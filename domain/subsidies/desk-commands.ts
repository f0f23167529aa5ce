import { eq } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { subsidies } from '@/db/schema'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import { Refusal } from '@/lib/errors'
import type { NewSubsidy, SubsidyChange } from './desk-input'
import { getDeskSubsidy } from './desk-queries'
import type { SubsidyDeskView } from './output'

/** Who does it, in which exam's day. */
type Desk = { actorId: string; exam: string; today: string }

/** What an editor touches is the editor's: a seed leaves it alone. */
const editors = (now: Date) => ({ origin: 'editor' as const, updatedAt: now })

const note = (tx: Handle, actorId: string, action: AuditAction, id: string, now: Date) =>
  audit(tx, { actorId, action, target: `subsidy:${id}` }, now)

/** A subsidy that readers find from now on. @throws Refusal `id-taken` */
export function addSubsidy({ actorId, exam, today }: Desk, added: NewSubsidy, now: Date): Promise<SubsidyDeskView> {
  const { amountYuan, ...row } = added
  return write(async (tx) => {
    const [made] = await tx
      .insert(subsidies)
      .values({ ...row, amount: amountYuan, examSlug: exam, status: 'published', ...editors(now) })
      .onConflictDoNothing()
      .returning({ id: subsidies.id })
    if (!made) throw new Refusal('id-taken')
    await note(tx, actorId, 'subsidy.added', row.id, now)
    return getDeskSubsidy(row.id, today, tx)
  })
}

/**
 * Says anew what is known of a subsidy; one that was retired is found again.
 * @throws Refusal `not-found`; `stale` when somebody else has saved it meanwhile
 */
export function changeSubsidy({ actorId, today }: Desk, id: string, change: SubsidyChange, now: Date) {
  const { amountYuan, seen, ...row } = change
  return write(async (tx) => {
    const current = await getDeskSubsidy(id, today, tx)
    if (current.updatedAt !== seen) throw new Refusal('stale')
    await tx
      .update(subsidies)
      .set({ ...row, amount: amountYuan, status: 'published', ...editors(now) })
      .where(eq(subsidies.id, id))
    await note(tx, actorId, 'subsidy.changed', id, now)
    return getDeskSubsidy(id, today, tx)
  })
}

/** Takes a subsidy out of the finder; doing it twice does it once. @throws Refusal `not-found` */
export function retireSubsidy({ actorId, today }: Desk, id: string, now: Date): Promise<SubsidyDeskView> {
  return write(async (tx) => {
    const { status } = await getDeskSubsidy(id, today, tx)
    if (status === 'published') {
      await tx
        .update(subsidies)
        .set({ status: 'retired', ...editors(now) })
        .where(eq(subsidies.id, id))
      await note(tx, actorId, 'subsidy.retired', id, now)
    }
    return getDeskSubsidy(id, today, tx)
  })
}
