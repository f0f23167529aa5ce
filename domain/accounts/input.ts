import { z } from 'zod'
import { text } from '@/domain/questions/input'
import { languages, nicknameSchema } from '@/domain/users/input'

/** What is typed is checked by the rules of email.ts and password.ts, whose faults have codes of their own. */
const emailTyped = text(320).min(1)
export const passwordTyped = text(1000).min(1)

const language = z.enum(languages).default('zh-CN')

export const registrationSchema = z.strictObject({
  email: emailTyped,
  password: passwordTyped,
  nickname: nicknameSchema.optional(),
  /** The version of the privacy notice that was agreed to. */
  consent: text(20),
  language,
})

/** A link that does not fit is one nobody has: refused as such, not as a wrong shape. */
export const confirmationSchema = z.strictObject({ token: text(200), password: passwordTyped.optional(), language })

export const resetSchema = z.strictObject({ email: emailTyped, language })
export const newPasswordSchema = z.strictObject({ token: text(200), password: passwordTyped, language })
export const changePasswordSchema = z.strictObject({
  current: passwordTyped.optional(),
  password: passwordTyped,
  language,
})
export const changeEmailSchema = z.strictObject({ email: emailTyped, password: passwordTyped.optional(), language })
