import { z } from 'zod'
import { sourceSchema } from '@/domain/events/input'
import { newsKinds } from './input'

const card = {
  id: z.string(),
  kind: z.enum(newsKinds),
  title: z.string(),
  summary: z.string(),
  /** '' for the whole country. */
  region: z.string(),
  place: z.string(),
  /** The day of the original; where nobody knows it, the day on which it was taken up here. */
  publishedOn: z.string(),
  source: sourceSchema.nullable(),
  /** Whether somebody has read the original. */
  verified: z.boolean(),
  updatedAt: z.string(),
}

export const newsListOutput = z.object({ items: z.array(z.object(card)), nextCursor: z.string().nullable() })
export type NewsList = z.infer<typeof newsListOutput>
export type NewsCard = NewsList['items'][number]

/** What editors see beside it. */
const atDesk = { status: z.enum(['draft', 'published', 'retired']), origin: z.enum(['seed', 'editor']) }

export const newsDeskListOutput = z.object({
  items: z.array(z.object({ ...card, ...atDesk })),
  nextCursor: z.string().nullable(),
})
export type NewsDeskList = z.infer<typeof newsDeskListOutput>
export type NewsDeskRow = NewsDeskList['items'][number]

/** With its text as its editor writes it, in Markdown. */
export const newsDeskOutput = z.object({ ...card, ...atDesk, body: z.string() })
export type NewsDeskView = z.infer<typeof newsDeskOutput>

export const newsPreviewOutput = z.object({ html: z.string() })

/** With its text as safe HTML. */
export const newsOutput = z.object({ ...card, html: z.string() })
export type NewsView = z.infer<typeof newsOutput>
