import { z } from 'zod'
import { sourceSchema } from '@/domain/questions/input'

/** The note type that we write, and know again. Texts are fields, so that a person can read and mend them in Anki. */
export const ownNoteType = '一练 Yilian'
export const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
export const ownFields = [
  'Stem',
  'Type',
  ...letters,
  'Key',
  'Explanation',
  ...letters.map((letter) => `Explanation ${letter}`),
  'Material',
  'Material title',
  'Data',
  'Id',
]

/** What no person would type into a field of its own. */
export const ownDataSchema = z
  .object({
    chapter: z.string().nullable(),
    group: z.object({ id: z.string(), index: z.int(), of: z.int() }).nullable(),
    weights: z.array(z.number().min(-1).max(1).nullable()),
    blanks: z.array(z.array(z.string())),
    numeric: z.object({ value: z.number(), tolerance: z.number() }),
    markingPoints: z.array(z.object({ text: z.string(), points: z.number() })),
    points: z.number(),
    year: z.int(),
    difficulty: z.int(),
    checkedOn: z.string(),
    sources: z.array(sourceSchema),
    topics: z.array(z.string()),
  })
  .partial()
export type OwnData = z.infer<typeof ownDataSchema>
