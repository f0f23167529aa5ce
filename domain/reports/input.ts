import { z } from 'zod'
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

export const reportSchema = z.strictObject({
  reason: z.enum(reportReasons),
  text: text(2000).transform((value) => value.trim()),
})
export type NewReport = z.infer<typeof reportSchema>

export const reportAnswerSchema = z.strictObject({
  outcome: z.enum(reportOutcomes),
  answer: text(2000).transform((value) => value.trim()),
})
export type ReportAnswer = z.infer<typeof reportAnswerSchema>
