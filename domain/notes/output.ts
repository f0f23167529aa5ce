import { z } from 'zod'
import { ownQuestionOutput } from '@/domain/own-questions/output'

export const notesOutput = z.object({
  items: z.array(ownQuestionOutput.extend({ text: z.string(), updatedAt: z.string() })),
  nextCursor: z.string().nullable(),
})
export type NotesView = z.infer<typeof notesOutput>
