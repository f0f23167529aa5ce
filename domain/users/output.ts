import { z } from 'zod'
import { historyOutput } from '@/domain/merges/output'
import { goalSchema, roles, scopes, settingsSchema } from './input'

/** Schemas of what the API gives of a person to that person. */
export const meOutput = z.object({
  kind: z.enum(['nobody', 'guest', 'member']),
  id: z.string().nullable(),
  nickname: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles),
  /** Subjects that an editor or reviewer cares for; null: all. */
  subjects: z.array(z.string()).nullable(),
  hasPassword: z.boolean(),
  /** Whether a second factor is in force. */
  totp: z.boolean(),
  providers: z.array(z.string()),
  settings: settingsSchema,
  goal: goalSchema.nullable(),
  /** The privacy notice that was agreed to; `current`: it is the one in force. */
  consent: z.object({ version: z.string(), at: z.string(), current: z.boolean() }).nullable(),
  createdAt: z.string().nullable(),
  /** When the account will be deleted, if that was asked for. */
  eraseAt: z.string().nullable(),
  sessionId: z.string().nullable(),
  /** What this browser's guest would bring, while that is undecided. */
  toMerge: historyOutput.nullable(),
})
export type MeView = z.infer<typeof meOutput>

const token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** When it last changed something, to the hour; reading leaves no trace. */
  lastUsedAt: z.string().nullable(),
})
export type TokenView = z.infer<typeof token>

export const tokensOutput = z.object({ items: z.array(token), nextCursor: z.null() })
/** `token` is shown here and never again: only its hash is stored. */
export const newTokenOutput = token.extend({ token: z.string() })
