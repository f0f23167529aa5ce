import { z } from 'zod'
import { roles } from '@/domain/users/input'
import { personStates } from './input'

/** A member as admins see them. */
export const personOutput = z.object({
  id: z.string(),
  nickname: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles),
  /** Null: all. */
  subjects: z.array(z.string()).nullable(),
  state: z.enum(personStates),
  /** Whether a second factor is in force. */
  totp: z.boolean(),
  createdAt: z.string(),
  /** Of the sessions that live; null without any. */
  lastSeenAt: z.string().nullable(),
})
export type PersonView = z.infer<typeof personOutput>

export const peopleOutput = z.object({ items: z.array(personOutput), nextCursor: z.string().nullable() })
export type PeopleView = z.infer<typeof peopleOutput>
