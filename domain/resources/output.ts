import { z } from 'zod'
import { resourceKinds } from './input'

const card = {
  id: z.string(),
  kind: z.enum(resourceKinds),
  title: z.string(),
  summary: z.string(),
  levels: z.array(z.string()),
  subjects: z.array(z.string()),
  year: z.int().nullable(),
  /** The day of the current edition. */
  edition: z.string(),
  /** The file: its kind, its size, and its pages where it has some. */
  format: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  /** Persons and days. */
  downloads: z.int(),
}

export const resourceListOutput = z.object({
  items: z.array(z.object(card)),
  /** How many each kind has, of what the other filters show. */
  kinds: z.record(z.enum(resourceKinds), z.int()),
  /** Years that have something, the latest first. */
  years: z.array(z.int()),
})
export type ResourceList = z.infer<typeof resourceListOutput>
export type ResourceCard = ResourceList['items'][number]

export const resourceOutput = z.object({
  ...card,
  sha256: z.string(),
  licence: z.string(),
  checkedOn: z.string().nullable(),
  /** What a reader should look up. */
  unsure: z.array(z.string()),
  laws: z.array(z.object({ law: z.string(), edition: z.string(), articles: z.array(z.string()) })),
  references: z.array(
    z.object({
      title: z.string(),
      publisher: z.string().optional(),
      date: z.string().optional(),
      certainty: z.enum(['official', 'secondary', 'unverified']),
    }),
  ),
  /** The text as a page, where it was made here: safe HTML, its headings with ids. */
  html: z.string().nullable(),
  headings: z.array(z.object({ id: z.string(), title: z.string(), level: z.int() })),
  /** All editions, the latest first, with what changed. */
  editions: z.array(z.object({ edition: z.string(), changes: z.string(), bytes: z.int() })),
})
export type ResourceView = z.infer<typeof resourceOutput>
