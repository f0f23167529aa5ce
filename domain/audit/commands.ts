import { randomUUID } from 'node:crypto'
import type { Handle } from '@/db/client'
import { auditLog } from '@/db/schema'
import type { AuditAction, AuditDetails } from './actions'

export type AuditEntry = {
  /** Null: the command line. */
  actorId: string | null
  action: AuditAction
  /** What it was done to: `user:<id>`, `report:<id>`. */
  target: string
  details?: AuditDetails
}

/** Notes what was done, in the transaction that does it. */
export const audit = (tx: Handle, { details = {}, ...entry }: AuditEntry, now: Date) =>
  tx.insert(auditLog).values({ id: randomUUID(), at: now, ...entry, details })
