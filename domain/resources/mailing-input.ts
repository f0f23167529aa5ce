import { z } from 'zod'
import { text } from '@/domain/questions/input'

export const fileMailSchema = z.strictObject({
  email: text(300),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
export type FileMail = z.infer<typeof fileMailSchema>
