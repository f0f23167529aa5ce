import { z } from 'zod'
import { subsidySchema } from './input'

/** A subsidy as an editor writes it: what the file would say, with the amount named for what it is. */
const written = subsidySchema
  .omit({ id: true, amount: true })
  .extend({ amountYuan: z.int().positive().max(10_000_000) })

/** The id is made by whoever asks, so that asking twice adds one. */
export const newSubsidySchema = written.extend({ id: z.uuid() })
export type NewSubsidy = z.infer<typeof newSubsidySchema>

/** `seen`: when it had last changed, as its editor read it. */
export const subsidyChangeSchema = written.extend({ seen: z.iso.datetime() })
export type SubsidyChange = z.infer<typeof subsidyChangeSchema>

export const subsidyParams = z.object({ subsidy: subsidySchema.shape.id })
