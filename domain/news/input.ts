import { z } from 'zod'
import { regionSchema, sourceSchema } from '@/domain/events/input'
import { text } from '@/domain/questions/input'

/** 考试通知 政策 补贴 数据 本站. */
export const newsKinds = ['exam-notice', 'policy', 'subsidy', 'data', 'site'] as const
export type NewsKind = (typeof newsKinds)[number]

/** What stands beside the news under /news, /api/v1/news and /studio/news. */
const takenAddresses = ['feed', 'subsidies', 'desk', 'preview', 'new']

export const newsIdSchema = text(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .refine((id) => !takenAddresses.includes(id), 'this address is taken')

/** What content/…/news/<id>.yaml says; its text lies beside it as Markdown. */
export const newsSchema = z.strictObject({
  id: newsIdSchema,
  kind: z.enum(newsKinds),
  title: text(120).min(4),
  summary: text(300).min(10),
  region: regionSchema.default(''),
  /** City and county, as they are written. */
  place: text(60).default(''),
  publishedOn: z.iso.date(),
  source: sourceSchema.nullable().default(null),
  /** Whether somebody has read the original. */
  verified: z.boolean(),
})
export type NewsFile = z.infer<typeof newsSchema>

/** What of the news is shown: of a province with what concerns the whole country; '' is the latter alone. */
export const newsFilterSchema = z.strictObject({
  region: regionSchema.optional(),
  kind: z.enum(newsKinds).optional(),
})
export type NewsFilter = z.infer<typeof newsFilterSchema>

/** Day and id of the last row of the page before. */
export const newsCursorSchema = text(120)
  .regex(/^\d{4}-\d{2}-\d{2}\.[a-z0-9-]+$/)
  .optional()

export const newsQuerySchema = newsFilterSchema.extend({ cursor: newsCursorSchema })
export type NewsQuery = z.infer<typeof newsQuerySchema>

export const newsParams = z.object({ news: text(80).regex(/^[a-z0-9-]+$/) })
