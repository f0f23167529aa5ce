import { z } from 'zod'
import { text } from '@/domain/questions/input'

export const noteSchema = z.strictObject({ text: text(5000).transform((value) => value.trim()) })
