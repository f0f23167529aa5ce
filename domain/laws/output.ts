import { z } from 'zod'

const editionOutput = z.object({
  edition: z.string(),
  title: z.string(),
  effectiveOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** Who entered or changed it last: the starter content, or an editor. */
  origin: z.enum(['seed', 'editor']),
  /** Published questions that rest on it. */
  questions: z.int(),
  /** For each sitting to come, whether these are set for it. */
  sittings: z.array(z.object({ exam: z.string(), year: z.int(), lawInForceOn: z.string(), eligible: z.boolean() })),
})

export const lawsOutput = z.object({
  /** By name; the newest edition first. */
  items: z.array(z.object({ law: z.string(), editions: z.array(editionOutput) })),
})
export type LawsView = z.infer<typeof lawsOutput>

export const lawOutput = lawsOutput.shape.items.element.extend({
  /** Questions that are withheld from other sittings than before. */
  moved: z.int(),
})
export type LawChanged = z.infer<typeof lawOutput>
