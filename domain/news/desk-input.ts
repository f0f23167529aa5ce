import { z } from 'zod'
import { text } from '@/domain/questions/input'
import { newsCursorSchema, newsIdSchema, newsSchema } from './input'

const longest = 30_000

/** A piece of news as an editor writes it: what its file would say, with its text in Markdown. */
const written = newsSchema.omit({ id: true }).extend({ body: text(longest).min(1) })

/** The id stands in the address for good. */
export const newNewsSchema = written.extend({ id: newsIdSchema })
export type NewNews = z.infer<typeof newNewsSchema>

/** `seen`: when it had last changed, as its editor read it. */
export const newsChangeSchema = written.extend({ seen: z.iso.datetime() })
export type NewsChange = z.infer<typeof newsChangeSchema>

export const newsPreviewSchema = z.strictObject({ body: text(longest) })

export const newsStatuses = ['draft', 'published', 'retired'] as const

export const newsDeskQuerySchema = z.strictObject({
  status: z.enum(newsStatuses).optional(),
  cursor: newsCursorSchema,
})
export type NewsDeskQuery = z.infer<typeof newsDeskQuerySchema>
