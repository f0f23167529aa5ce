import { z } from 'zod'
import { questionId } from '@/domain/attempts/input'
import { cursorSchema } from '@/domain/lists/keyset'
import { contentSchema, text } from '@/domain/questions/input'
import { questionTypes } from '@/domain/questions/types'
import { moves, statuses } from './life-cycle'

const subject = text(100).min(1)
const chapter = text(100).min(1)
const difficulty = z.int().min(1).max(5)

/** A form that is sent with nothing chosen sends empty texts. */
const chosen = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

export const bankQuerySchema = z.object({
  subject,
  /** What waits for review or publication counts as well as what never was published. */
  status: chosen(z.enum(statuses)),
  type: chosen(z.enum(questionTypes)),
  /** A chapter with those below it; `none`: in no chapter. */
  chapter: chosen(chapter),
  difficulty: chosen(z.coerce.number().pipe(difficulty)),
  import: chosen(text(100)),
  /** Any part of stem, options, laws or topics; several parts, with spaces between, must all be found. */
  q: chosen(text(200)),
  /** By the last change. What a search finds comes with the newest questions first. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor: cursorSchema.optional(),
})
export type BankQuery = z.output<typeof bankQuerySchema>

export const questionParams = z.object({ question: questionId })

export const newQuestionSchema = z.strictObject({
  subject,
  chapter: chapter.nullable(),
  content: contentSchema,
  /** Another question, whose material it shares: the two are one case. */
  beside: questionId.optional(),
})
export type NewQuestion = z.output<typeof newQuestionSchema>

export const questionChangeSchema = z
  .strictObject({
    content: contentSchema.optional(),
    chapter: chapter.nullable().optional(),
    difficulty: difficulty.optional(),
    /** The version that was changed, by id: the newest, or it is stale. */
    base: text(100),
  })
  .refine(({ content, chapter: moved, difficulty: other }) => content || moved !== undefined || other, {
    message: 'changes nothing',
  })
export type QuestionChange = z.output<typeof questionChangeSchema>

export const restoreSchema = z.strictObject({ version: text(100) })

export const bulkSchema = z.strictObject({ ids: z.array(questionId).min(1).max(200), action: z.enum(moves) })

export const previewSchema = z.strictObject({ content: contentSchema, subject: subject.optional() })
