import { z } from 'zod'
import { resourceKinds } from '../input'

const listed = {
  id: z.string(),
  kind: z.enum(resourceKinds),
  title: z.string(),
  levels: z.array(z.string()),
  subjects: z.array(z.string()),
  year: z.int().nullable(),
  status: z.enum(['draft', 'published', 'retired']),
  /** `editor`: what an editor made or changed, which stands against the files of the release. */
  origin: z.enum(['seed', 'editor']),
  /** The day of the current edition; null, like format and bytes, while there is none. */
  edition: z.string().nullable(),
  format: z.string().nullable(),
  bytes: z.int().nullable(),
  updatedAt: z.iso.datetime(),
}

export const resourceDeskListOutput = z.object({ items: z.array(z.object(listed)) })
export type ResourceDeskList = z.infer<typeof resourceDeskListOutput>
export type ResourceDeskRow = ResourceDeskList['items'][number]

export const resourceDeskOutput = z.object({
  ...listed,
  summary: z.string(),
  /** The latest first. */
  editions: z.array(
    z.object({
      id: z.string(),
      edition: z.string(),
      changes: z.string(),
      licence: z.string(),
      checkedOn: z.string().nullable(),
      format: z.string(),
      bytes: z.int(),
      pages: z.int().nullable(),
      sha256: z.string(),
      isCurrent: z.boolean(),
      createdAt: z.iso.datetime(),
    }),
  ),
})
export type ResourceDeskView = z.infer<typeof resourceDeskOutput>

export const newEditionOutput = z.object({ id: z.string(), edition: z.string() })
