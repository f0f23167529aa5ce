import type { QuestionType } from '@/domain/questions/types'

/**
 * The life of an import: a file is read (in a worker), looked at and mended, committed as drafts, and perhaps undone.
 * `committing` and `undoing` are done in short transactions; whoever is killed meanwhile is swept, or goes on. `bringing` is
 * reading and committing at once, as the command line does: nobody looks at it before it counts.
 */
export const importStatuses = [
  'reading',
  'bringing',
  'failed',
  'ready',
  'committing',
  'committed',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/**
 * What committing does with a question: a new one, a new version of one that is there, nothing because it is there
 * already (`same`), nothing because somebody said so (`skip`), or nothing until somebody has decided or mended (`wait`).
 */
export const importActions = ['add', 'version', 'same', 'skip', 'wait'] as const
export type ImportAction = (typeof importActions)[number]

export type ImportCounts = {
  questions: number
  byType: Record<string, number>
  /** Questions whose worst finding is an error, a warning; and those that look like one that is there. */
  errors: number
  warnings: number
  duplicates: number
  byAction: Record<ImportAction, number>
  byFinding: Record<string, number>
}

/** What undoing brings back, exactly; null for a question that is new. */
export type ItemBefore = {
  row: {
    status: 'draft' | 'review' | 'published' | 'retired'
    currentVersionId: string
    nextVersionId: string | null
    nextStatus: 'draft' | 'review' | null
    type: QuestionType
    section: string
    chapterKey: string | null
    difficulty: number
    inForceFrom: string
    inForceUntil: string
  }
  print: { identity: string; stemHash: string; contentHash: string; keyHash: string; bands: string } | null
  /** The version that the import made of it. */
  versionId: string
} | null

/** What undoing did: questions taken away, retired because somebody had met them, brought back, and left as edited since. */
export type UndoCounts = {
  deleted: number
  retired: number
  restored: number
  left: number
  /** The last position that is done. */
  after: number
}
