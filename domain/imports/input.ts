import { z } from 'zod'
import { findingCodes } from '@/domain/formats/findings'
import { columnFields } from '@/domain/formats/reading'
import { cursorSchema } from '@/domain/lists/keyset'
import { sourceSchema, text } from '@/domain/questions/input'
import { questionTypes } from '@/domain/questions/types'
import { importActions } from './state'

/** Largest file, in bytes, and most questions of one import. */
export const largestFile = 20 * 1024 * 1024
export const mostQuestions = 10_000

export const importParamsSchema = z.object({ import: z.string().max(100) })
/** With a file (`lib/http/multipart.ts`), or with the text itself. */
export const newImportSchema = z.strictObject({
  subject: text(100).min(1),
  text: text(2_000_000).optional(),
  fileName: text(200).optional(),
})
export const importListQuerySchema = z.object({ subject: text(100).optional(), cursor: cursorSchema.optional() })

export const draftTypes = [...questionTypes, 'matching', 'ordering', 'unsupported'] as const
const position = z.coerce.number().int().min(0).max(2_000_000_000)

const filter = {
  finding: z
    .enum(Object.keys(findingCodes) as [keyof typeof findingCodes, ...(keyof typeof findingCodes)[]])
    .optional(),
  worst: z.enum(['error', 'warning', 'info']).optional(),
  action: z.enum(importActions).optional(),
  type: z.enum(draftTypes).optional(),
}
export const itemsQuerySchema = z.object({ ...filter, cursor: position.optional() })
export type ItemsQuery = z.infer<typeof itemsQuerySchema>

const option = z.strictObject({
  text: text(1000),
  explanation: text(2000).default(''),
  weight: z.number().min(-1).max(1).optional(),
})

/** What may be changed of a draft by hand; the check afterwards says what is still wrong. */
const draftPatchSchema = z
  .strictObject({
    type: z.enum(draftTypes).nullable(),
    stem: text(10_000),
    options: z.array(option).max(26),
    choices: z.array(z.string().regex(/^[A-Z]$/)).max(26),
    blanks: z.array(z.array(text(200)).max(50)).max(50),
    numeric: z.strictObject({ value: z.number(), tolerance: z.number().min(0) }).nullable(),
    modelAnswer: text(20_000),
    markingPoints: z.array(z.strictObject({ text: text(1000), points: z.number().positive() })).max(50),
    explanation: text(10_000),
    subject: text(200).nullable(),
    chapter: text(300).nullable(),
    difficulty: text(40).nullable(),
    points: z.number().positive().max(1000).nullable(),
    year: z.int().min(1900).max(2200).nullable(),
    topics: z.array(text(60).min(1)).max(50),
    sources: z.array(sourceSchema).max(20),
    material: z.strictObject({ title: text(200), text: text(20_000) }).nullable(),
  })
  .partial()

/**
 * A change of one item. `action` null takes a decision back. `split` cuts the stem at a character (and the options before one
 * of them): what follows becomes a question of its own. `merge` adds the item to the one before it. `retype` is an edit of
 * the type that brings options and key along.
 */
const itemPatch = z.strictObject({
  position,
  draft: draftPatchSchema.optional(),
  action: z.enum(importActions).nullable().optional(),
  op: z.enum(['split', 'merge', 'retype']).optional(),
  at: z.strictObject({ stem: z.int().min(0), option: z.int().min(0).optional() }).optional(),
  type: z.enum(questionTypes).optional(),
})
export type ItemPatch = z.infer<typeof itemPatch>

const meaning = z.strictObject({
  field: z.enum(columnFields),
  option: z.int().min(0).max(25).optional(),
  explanationOf: z.int().min(0).max(25).optional(),
})
const named = <S extends z.ZodType>(value: S) => z.record(text(300), value)
const mappingSchema = z.strictObject({
  columns: named(named(meaning)).optional(),
  values: z
    .strictObject({
      type: named(z.enum(questionTypes)).optional(),
      chapter: named(text(300)).optional(),
      difficulty: named(z.int().min(1).max(5)).optional(),
      subject: named(text(100)).optional(),
    })
    .optional(),
  encoding: text(40).optional(),
})

export const importPatchSchema = z.strictObject({
  /** Reads the file again; what was mended by hand before is lost. */
  mapping: mappingSchema.optional(),
  items: z.array(itemPatch).max(200).optional(),
  /** One decision for all that the filter shows. */
  bulk: z.strictObject({ filter: z.strictObject(filter), action: z.enum(importActions).nullable() }).optional(),
})
export type ImportPatch = z.infer<typeof importPatchSchema>

export const sampleQuerySchema = z.object({
  count: z.coerce.number().int().min(1).max(100).default(20),
  seed: text(60).default('1'),
})
export const templateParamsSchema = z.object({ format: z.enum(['xlsx', 'docx']) })
export const localeQuerySchema = z.object({ locale: z.enum(['zh-CN', 'en']).default('zh-CN') })
