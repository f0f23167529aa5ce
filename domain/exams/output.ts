import { z } from 'zod'
import { certainties, sectionSchema } from './definition'

/** Schemas of what the API gives of exams; shared by several routes. */
const localized = z.record(z.string(), z.string())

export const paperOutput = z.object({
  sections: z.array(sectionSchema),
  limitSeconds: z.int(),
  passMark: z.number(),
  certainty: z.enum(certainties),
  daily: z.object({ questions: z.int(), points: z.number(), limitSeconds: z.int() }),
})

export const sittingOutput = z.object({
  year: z.int(),
  status: z.enum(['unannounced', 'expected', 'announced', 'postponed', 'cancelled', 'held']),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  lawInForceOn: z.string(),
  /** Days to the first day; only for a date that is announced or labelled as expected. */
  daysLeft: z.int().nullable(),
})

export const examOutput = z.object({
  slug: z.string(),
  title: localized,
  timeZone: z.string(),
  today: z.string(),
  sitting: sittingOutput,
  levels: z.array(
    z.object({
      slug: z.string(),
      title: localized,
      name: localized,
      passing: localized,
      subjects: z.array(z.object({ slug: z.string(), title: localized, shortTitle: localized, paper: paperOutput })),
    }),
  ),
})

export const chaptersOutput = z.object({
  generation: z.string(),
  title: localized,
  chapters: z.array(
    z.object({
      key: z.string(),
      parent: z.string().nullable(),
      title: z.string(),
      certainty: z.enum(certainties),
      carriedOver: z.boolean(),
      count: z.int(),
    }),
  ),
})
