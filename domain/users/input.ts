import { z } from 'zod'
import { text } from '@/domain/questions/input'

/** What a person may do beyond practising; each role can do all that the one before it can, in its subjects. */
export const roles = ['learner', 'editor', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** What a personal API token may be used for. `manage` is what the person's own role allows in the studio. */
export const scopes = ['read', 'write', 'manage'] as const
export type Scope = (typeof scopes)[number]

export const themes = ['system', 'light', 'dark'] as const
export const languages = ['zh-CN', 'en'] as const

/** Chosen by the person; what was never chosen is absent, and the page's own default holds. */
export const settingsSchema = z.strictObject({
  /** 单选点选即判: a tap on an option of a single-choice question hands it in. */
  instant: z.boolean().optional(),
  /** 做完再看解析: feedback at the end. */
  atEnd: z.boolean().optional(),
  /** Single letters as keys. */
  shortcuts: z.boolean().optional(),
  theme: z.enum(themes).optional(),
  language: z.enum(languages).optional(),
  /** Seals, streaks and make-ups; false hides them everywhere. */
  games: z.boolean().optional(),
})
export type Settings = z.infer<typeof settingsSchema>

/** What the person prepares for. `level` is `exam/level`, the id that pages know it by. */
export const goalSchema = z.strictObject({
  exam: text(100),
  level: text(100),
  /** Year of the sitting. */
  sitting: z.int().min(2000).max(2100),
  /** Papers passed already, and in which year. */
  passed: z.array(z.strictObject({ subject: text(100), year: z.int().min(2000).max(2100) })).max(20),
})
export type Goal = z.infer<typeof goalSchema>

/** 1 to 30 signs; no line breaks or control signs. */
export const nicknameSchema = text(120)
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => [...value].length >= 1 && [...value].length <= 30, { message: '1 to 30 signs' })
  .refine((value) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value), { message: 'no control signs' })

/** What a person may change of themselves. Settings are merged key by key; nickname and consent are members' alone. */
export const changeMeSchema = z.strictObject({
  nickname: nicknameSchema.nullable().optional(),
  settings: settingsSchema.optional(),
  goal: goalSchema.nullable().optional(),
  /** The version of the privacy notice that is agreed to: only the one in force. */
  consent: text(20).optional(),
})
export type ChangeMe = z.infer<typeof changeMeSchema>

/** 1 to 60 signs in one line. */
const tokenNameSchema = text(240)
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => [...value].length >= 1 && [...value].length <= 60, { message: '1 to 60 signs' })
  .refine((value) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value), { message: 'no control signs' })

export const newTokenSchema = z.strictObject({
  name: tokenNameSchema,
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .max(scopes.length)
    .refine((given) => new Set(given).size === given.length, { message: 'each scope once' }),
  /** Days until it expires. */
  days: z.int().min(1).max(365),
})
export type NewToken = z.infer<typeof newTokenSchema>
