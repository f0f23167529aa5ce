import { randomUUID } from 'node:crypto'
import type { Handle } from '@/db/client'
import { auditLog } from '@/db/schema'

export type AuditEntry = {
  /** Null: the command line. */
  actorId: string | null
  action: string
  /** What it was done to, such as `user:<id>`. */
  target: string
  /** Ids, roles and counts; never a name, an address or a text. */
  details?: Record<string, unknown>
}

/** Notes what was done, in the transaction that does it. */
export const audit = (tx: Handle, { details = {}, ...entry }: AuditEntry, now: Date) =>
  tx.insert(auditLog).values({ id: randomUUID(), at: now, ...entry, details })
