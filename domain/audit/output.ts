import { z } from 'zod'
import { auditActions } from './actions'

/** Somebody named in the log: as they are called today, or by the id alone when they have left. */
const named = z.object({ id: z.string(), nickname: z.string().nullable(), email: z.string().nullable() })

const entry = z.object({
  id: z.string(),
  at: z.string(),
  /** Null: the command line. */
  actor: named.nullable(),
  action: z.enum(auditActions),
  target: z.string(),
  /** The person the target is, if it is one. */
  person: named.nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
})
export type AuditEntryView = z.infer<typeof entry>

export const auditOutput = z.object({
  items: z.array(entry),
  nextCursor: z.string().nullable(),
  /** The time zone that days are reckoned in: the first exam's. */
  zone: z.string(),
})
export type AuditView = z.infer<typeof auditOutput>
