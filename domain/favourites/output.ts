import { z } from 'zod'
import { ownQuestionOutput } from '@/domain/own-questions/output'

export const favouritesOutput = z.object({
  items: z.array(ownQuestionOutput.extend({ createdAt: z.string() })),
  nextCursor: z.string().nullable(),
})
export type FavouritesView = z.infer<typeof favouritesOutput>
