import { z } from 'zod'
import { contentSchema } from '@/domain/questions/input'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import { questionTypes } from '@/domain/questions/types'
import { statuses } from './life-cycle'

const status = z.enum(statuses)
const nextStatus = z.enum(['draft', 'review']).nullable()
const origin = z.enum(['seed', 'editor', 'import'])
const person = z.object({ id: z.string(), nickname: z.string().nullable() })

const bankItem = z.object({
  id: z.string(),
  subject: z.string(),
  chapter: z.string().nullable(),
  type: z.enum(questionTypes),
  status,
  nextStatus,
  difficulty: z.int(),
  /** The newest version's, as plain text of 120 letters at most. */
  stem: z.string(),
  updatedAt: z.string(),
  /** Number of the newest version. */
  version: z.int(),
  origin,
  /** Id of the import that brought it. */
  import: z.string().nullable(),
  group: z.object({ id: z.string(), index: z.int(), of: z.int() }).nullable(),
})

export const bankOutput = z.object({
  items: z.array(bankItem),
  nextCursor: z.string().nullable(),
  /** How many there are, `more` than so many or just these; null on later pages, where it stays what the first one said. */
  count: z.object({ n: z.int(), more: z.boolean() }).nullable(),
})
export type BankView = z.infer<typeof bankOutput>

/** As the candidate sees it, and what is told after the answer. */
export const renderedOutput = z.object({ question: questionToAnswerOutput, solution: solutionOutput })
export type RenderedView = z.infer<typeof renderedOutput>

const version = z.object({
  id: z.string(),
  number: z.int(),
  origin,
  /** Null: a seed or the command line. */
  author: person.nullable(),
  approver: person.nullable(),
  approvedAt: z.string().nullable(),
  createdAt: z.string(),
  import: z.string().nullable(),
})
const versionWhole = version.extend({ content: contentSchema, rendered: renderedOutput })
export type VersionView = z.infer<typeof version>

export const questionOutput = bankItem.extend({
  withheld: z.boolean(),
  /** Days between which the law it rests on is in force; `until` is exclusive. Null where nothing bounds it. */
  inForce: z.object({ from: z.string().nullable(), until: z.string().nullable() }),
  createdAt: z.string(),
  /** The newest version, by id: what a change names as its base. */
  base: z.string(),
  current: versionWhole,
  /** The version that waits behind a published or retired one. */
  next: versionWhole.nullable(),
  versions: z.int(),
  /** The other questions of the case, in order, itself among them. */
  siblings: z.array(z.object({ id: z.string(), index: z.int(), status, stem: z.string() })),
  /** What this person may do now. */
  may: z.object({ submit: z.boolean(), publish: z.boolean(), sendBack: z.boolean(), retire: z.boolean() }),
})
export type QuestionView = z.infer<typeof questionOutput>

const difference = z.object({
  part: z.string(),
  option: z.string().optional(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

export const versionsOutput = z.object({
  /** The newest first. */
  items: z.array(
    versionWhole.extend({
      /** What it changed of the version before it; empty for the first. */
      difference: z.array(difference),
      isCurrent: z.boolean(),
      isNext: z.boolean(),
    }),
  ),
})
export type VersionsView = z.infer<typeof versionsOutput>

export const savedOutput = z.object({
  id: z.string(),
  status,
  nextStatus,
  /** The newest version, to base the next change on. */
  base: z.string(),
})
export type Saved = z.infer<typeof savedOutput>

export const bulkOutput = z.object({
  done: z.array(z.string()),
  /** What stays as it was, and why. */
  refused: z.array(z.object({ id: z.string(), code: z.string() })),
})
export type BulkResult = z.infer<typeof bulkOutput>
