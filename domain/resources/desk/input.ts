import { z } from 'zod'
import { text } from '@/domain/questions/input'
import { resourceKinds } from '../input'
import { keptNames } from './kept-names'

const described = {
  kind: z.enum(resourceKinds),
  title: text(100).min(2),
  summary: text(300).min(10),
  /** Slugs of the exam's levels and subjects: `invalid` for what it does not have. */
  levels: z.array(text(40)).min(1).max(20),
  subjects: z.array(text(100)).min(1).max(40),
  year: z.int().min(2000).max(2100).nullable(),
}

export const newResourceSchema = z.strictObject({
  /** Stands in the address for good. */
  id: text(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .refine((id) => !keptNames.includes(id), { message: 'is an address already' }),
  ...described,
})
export type NewResource = z.infer<typeof newResourceSchema>

export const resourceChangeSchema = z
  .strictObject(described)
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: 'changes nothing' })
export type ResourceChange = z.infer<typeof resourceChangeSchema>

export const newEditionSchema = z.strictObject({
  /** An upload of one's own, all of whose parts are here. */
  upload: z.uuid(),
  /** The day that it bears; a second one of the same day is saved as `2026-11-30.2`. */
  edition: z.iso.date(),
  /** What readers are told of what changed. */
  changes: text(500).min(2),
  licence: text(40).min(2),
  checkedOn: z.iso.date().nullable(),
  pages: z.int().min(1).max(9999).nullable(),
})
export type NewEdition = z.infer<typeof newEditionSchema>

/** `edition` is the id of an edition, not its day. */
export const editionParams = z.object({ resource: text(60).regex(/^[a-z0-9-]+$/), edition: z.uuid() })
