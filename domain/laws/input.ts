import { z } from 'zod'
import { text } from '@/domain/questions/input'

const day = z.iso.date()
const inOrder = ({
  effectiveOn,
  endsOn,
}: {
  effectiveOn?: string | null | undefined
  endsOn?: string | null | undefined
}) => !effectiveOn || !endsOn || effectiveOn < endsOn
const backwards = { path: ['endsOn'], message: 'must be after the day on which it came into force' }

export const newEditionSchema = z
  .strictObject({
    law: text(100).min(2),
    /** The day on which it was adopted or amended: how questions name it. */
    edition: day,
    title: text(200).min(2),
    effectiveOn: day.nullable(),
    endsOn: day.nullable().default(null),
  })
  .refine(inOrder, backwards)
export type NewEdition = z.output<typeof newEditionSchema>

export const editionParams = z.object({ law: text(100).min(2), edition: day })

export const editionChangeSchema = z
  .strictObject({
    title: text(200).min(2).optional(),
    effectiveOn: day.nullable().optional(),
    endsOn: day.nullable().optional(),
  })
  .refine(inOrder, backwards)
export type EditionChange = z.output<typeof editionChangeSchema>
