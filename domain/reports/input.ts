import { z } from 'zod'
import { cursorSchema } from '@/domain/lists/keyset'
import { text } from '@/domain/questions/input'

export const reportReasons = [
  'wrong-key',
  'wrong-explanation',
  'outdated',
  'typo',
  'unclear',
  'duplicate',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** What came of a report: the question was mended, is right as it stands, or the same had been told before. */
export const reportOutcomes = ['fixed', 'kept', 'known'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export const reportSchema = z
  .strictObject({
    reason: z.enum(reportReasons),
    text: text(2000).transform((value) => value.trim()),
  })
  .refine((report) => report.reason !== 'other' || report.text !== '', {
    path: ['text'],
    message: 'says what is wrong, where no reason fits',
  })
export type NewReport = z.infer<typeof reportSchema>

export const reportAnswerSchema = z.strictObject({
  outcome: z.enum(reportOutcomes),
  answer: text(2000).transform((value) => value.trim()),
})
export type ReportAnswer = z.infer<typeof reportAnswerSchema>

/** Ids of reports are made by the server. */
export const reportParams = z.object({ report: z.guid() })

export const ownReportsQuerySchema = z.object({ cursor: cursorSchema.optional() })

export const deskQuerySchema = z.object({
  status: z.enum(['open', 'answered']).default('open'),
  subject: text(100).optional(),
  cursor: cursorSchema.optional(),
})
export type DeskQuery = z.output<typeof deskQuerySchema>
