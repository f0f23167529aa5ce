import { z } from 'zod'
import type { Draft } from '@/domain/formats/draft'
import { type FindingCode, findingCodes } from '@/domain/formats/findings'
import type { Mapping, TableFound } from '@/domain/formats/reading'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import { questionTypes } from '@/domain/questions/types'
import { importActions, importStatuses } from './state'

const codes = Object.keys(findingCodes) as [FindingCode, ...FindingCode[]]

const findingOutput = z.object({
  code: z.enum(codes),
  severity: z.enum(['error', 'warning', 'info']),
  place: z.object({
    sheet: z.string().optional(),
    row: z.number().optional(),
    column: z.string().optional(),
    line: z.number().optional(),
    path: z.string().optional(),
  }),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fixes: z.array(z.object({ label: z.string(), patch: z.record(z.string(), z.unknown()) })).optional(),
})

const countsOutput = z.object({
  questions: z.int(),
  byType: z.record(z.string(), z.int()),
  errors: z.int(),
  warnings: z.int(),
  duplicates: z.int(),
  byAction: z.record(z.enum(importActions), z.int()),
  byFinding: z.record(z.string(), z.int()),
})

const summary = {
  id: z.string(),
  fileName: z.string(),
  subject: z.string(),
  status: z.enum(importStatuses),
  format: z.string().nullable(),
  counts: countsOutput,
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Null: the command line, or somebody who has left. */
  by: z.object({ id: z.string(), nickname: z.string().nullable() }).nullable(),
}

export const importListOutput = z.object({ items: z.array(z.object(summary)), nextCursor: z.string().nullable() })
export type ImportList = z.infer<typeof importListOutput>
export type ListedImport = ImportList['items'][number]

export const importOutput = z.object({
  ...summary,
  fileBytes: z.int(),
  progress: z.object({ done: z.int(), of: z.int() }),
  dialect: z.string().nullable(),
  encoding: z.string().nullable(),
  mapping: z.custom<Mapping>(),
  tables: z.custom<TableFound[]>(),
  /** Of the file as a whole; those of questions are with their items. */
  findings: z.array(findingOutput),
  /** What undoing did: null before. */
  undoing: z.object({ deleted: z.int(), retired: z.int(), restored: z.int(), left: z.int() }).nullable(),
})
export type ImportView = z.infer<typeof importOutput>

const shown = {
  question: questionToAnswerOutput.nullable(),
  solution: solutionOutput.nullable(),
}

const itemOutput = z.object({
  /** Orders the items, and names one; what was split lies between. */
  position: z.int(),
  place: findingOutput.shape.place,
  draft: z.custom<Draft>(),
  findings: z.array(findingOutput),
  worst: z.enum(['error', 'warning', 'info']).nullable(),
  action: z.enum(importActions),
  touched: z.boolean(),
  subject: z.string(),
  chapter: z.string().nullable(),
  /** As a candidate would see it; null while an error keeps it out. */
  ...shown,
  /** The question of the bank that it is, or looks like, as it stands there. */
  target: z
    .object({
      questionId: z.string(),
      type: z.enum(questionTypes),
      status: z.enum(['draft', 'review', 'published', 'retired']),
      ...shown,
      /** Of stem, options and key: runs of text, and which side they stand on. */
      difference: z.array(
        z.object({
          part: z.enum(['stem', 'options', 'key', 'explanation']),
          runs: z.array(z.object({ text: z.string(), side: z.enum(['both', 'bank', 'file']) })),
        }),
      ),
    })
    .nullable(),
})
export const itemsOutput = z.object({
  items: z.array(itemOutput),
  nextCursor: z.string().nullable(),
  /** How many the filter shows in all. */
  total: z.int(),
})
export type ItemsView = z.infer<typeof itemsOutput>
export type ItemView = z.infer<typeof itemOutput>

export const newImportOutput = z.object({ id: z.string() })
export const batchOutput = z.object({ done: z.int(), left: z.int() })
export const sampleOutput = z.object({
  items: z.array(z.object({ questionId: z.string(), status: z.string(), ...shown })),
  of: z.int(),
})
