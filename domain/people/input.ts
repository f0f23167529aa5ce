import { z } from 'zod'
import { cursorSchema } from '@/domain/lists/keyset'
import { text } from '@/domain/questions/input'
import { roles } from '@/domain/users/input'

/** `leaving`: asked to be deleted, and may still think again. */
export const personStates = ['active', 'disabled', 'leaving'] as const
export type PersonState = (typeof personStates)[number]

/** A form that is sent with nothing chosen sends empty texts. */
const chosen = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

export const peopleQuerySchema = z.object({
  /** Part of a nickname or address, or a whole id. */
  q: text(200)
    .transform((typed) => typed.trim())
    .optional(),
  role: chosen(z.enum(roles)),
  state: chosen(z.enum(personStates)),
  cursor: cursorSchema.optional(),
})
export type PeopleQuery = z.output<typeof peopleQuerySchema>

export const personChangeSchema = z.strictObject({
  role: z.enum(roles).optional(),
  /** What an editor or reviewer cares for; null: all. */
  subjects: z.array(text(100)).min(1).max(100).nullable().optional(),
  disabled: z.boolean().optional(),
})
export type PersonChange = z.infer<typeof personChangeSchema>

/** Members' ids are UUIDs; what is none is nobody's. */
export const personParams = z.object({ person: z.guid() })
