import { z } from 'zod'
import { cursorSchema } from '@/domain/lists/keyset'
import { text } from '@/domain/questions/input'
import { auditActions } from './actions'

const words = text(200).transform((typed) => typed.trim() || undefined)
/** A form that is sent with nothing chosen sends empty texts. */
const chosen = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

export const auditQuerySchema = z.object({
  /** Id, address or nickname of who did it, whole; `cli` for the command line. */
  actor: words.optional(),
  action: chosen(z.enum(auditActions)),
  /** As it is noted (`user:<id>`), or a member's id, address or nickname. */
  target: words.optional(),
  /** Days in the exam's zone, both included. */
  from: chosen(z.iso.date()),
  to: chosen(z.iso.date()),
  cursor: cursorSchema.optional(),
})
export type AuditQuery = z.output<typeof auditQuerySchema>
