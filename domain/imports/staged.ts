import type { Draft, DraftType } from '@/domain/formats/draft'
import type { Finding, Place, Severity } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'
import type { MadeQuestion } from './commits/made-question'
import type { Print } from './recognition/identity'
import { type ImportAction, type ImportCounts, importActions } from './state'

/** A question of a file, checked and held against the bank, before anything counts. */
export type StagedItem = {
  position: number
  draft: Draft
  place: Place
  type: DraftType
  findings: Finding[]
  worst: Severity | null
  action: ImportAction
  touched: boolean
  content: QuestionContent | null
  subjectSlug: string
  chapterKey: string | null
  section: string | null
  groupId: string | null
  questionId: string | null
  print: Print | null
  /** What was made of it already, in place of its content, where nobody looks at it first. */
  made: MadeQuestion | null
}

/** The print of an item as it is stored, column by column; none where there is no content. */
export function printIn({ identity, stemHash, contentHash, keyHash, bands }: Stored<Print>): Print | null {
  if (identity === null) return null
  const hashes = { stemHash: stemHash ?? '', contentHash: contentHash ?? '', keyHash: keyHash ?? '' }
  return { identity, ...hashes, bands: bands ?? '' }
}
type Stored<T> = { [K in keyof T]: T[K] | null }

/** Between two questions of a file there is room for what is split off by hand. */
export const positionStep = 64

const order: readonly Severity[] = ['error', 'warning', 'info']
export const worstOf = (findings: readonly Finding[]): Severity | null =>
  order.find((severity) => findings.some((one) => one.severity === severity)) ?? null

/** What a draft looks like that neither says its type nor has become content: for counts and filters alone. */
function typeByShape({ options, choices, blanks, numeric, modelAnswer }: Draft): DraftType {
  if (options.length > 0) return choices.length > 1 ? 'multiple' : 'single'
  if (blanks.length > 0) return 'fill'
  if (numeric) return 'numeric'
  return modelAnswer === '' ? 'unsupported' : 'essay'
}

export const typeOfItem = (draft: Draft, content: QuestionContent | null): DraftType =>
  content?.type ?? draft.type ?? typeByShape(draft)

const duplicateCodes = ['DUPLICATE_EXACT', 'DUPLICATE_NEAR', 'WITHIN_FILE', 'KEY_CONFLICT', 'ID_REUSED']

export const noCounts = (): ImportCounts => ({
  questions: 0,
  byType: {},
  errors: 0,
  warnings: 0,
  duplicates: 0,
  byAction: Object.fromEntries(importActions.map((action) => [action, 0])) as Record<ImportAction, number>,
  byFinding: {},
})

const addTo = (counts: Record<string, number>, name: string, count = 1) => {
  counts[name] = (counts[name] ?? 0) + count
}

/** What is counted of one item. */
export type Counted = Pick<StagedItem, 'type' | 'worst' | 'action' | 'groupId'> & { codes: readonly string[] }

export const codesOf = (findings: readonly Finding[]) => [...new Set(findings.map((one) => one.code))]

/** Case groups are counted beside their children. */
export function countsOf(items: Iterable<Counted>): ImportCounts {
  const counts = noCounts()
  const groups = new Set<string>()
  for (const { type, worst, action, codes, groupId } of items) {
    counts.questions++
    addTo(counts.byType, type)
    if (groupId !== null) groups.add(groupId)
    if (worst === 'error') counts.errors++
    if (worst === 'warning') counts.warnings++
    if (codes.some((code) => duplicateCodes.includes(code))) counts.duplicates++
    counts.byAction[action]++
    for (const code of codes) addTo(counts.byFinding, code)
  }
  if (groups.size > 0) counts.byType.group = groups.size
  return counts
}

/** Whether nothing of a file comes in: it has no question, or it is not to come in part and something in it is an error. */
export const isStopped = (
  { counts, findings }: { counts: ImportCounts; findings: readonly { severity: Severity }[] },
  partial: boolean,
): boolean =>
  counts.questions === 0 || (!partial && (counts.errors > 0 || findings.some((one) => one.severity === 'error')))

/** Adds, or takes away. */
const combined = (one: Record<string, number>, other: Record<string, number>, sign: 1 | -1) => {
  const sum = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + sign * count
  return Object.fromEntries(Object.entries(sum).filter(([, count]) => count !== 0))
}

/** Counts after some items have changed. Case groups are not counted anew: hands neither make nor end one. */
export function recounted(counts: ImportCounts, before: Iterable<Counted>, after: Iterable<Counted>): ImportCounts {
  const sum = (part: ImportCounts, sign: 1 | -1, of: ImportCounts): ImportCounts => ({
    questions: of.questions + sign * part.questions,
    byType: combined(of.byType, part.byType, sign),
    errors: of.errors + sign * part.errors,
    warnings: of.warnings + sign * part.warnings,
    duplicates: of.duplicates + sign * part.duplicates,
    byAction: { ...noCounts().byAction, ...combined(of.byAction, part.byAction, sign) },
    byFinding: combined(of.byFinding, part.byFinding, sign),
  })
  const ungrouped = (items: Iterable<Counted>) => countsOf([...items].map((one) => ({ ...one, groupId: null })))
  return sum(ungrouped(after), 1, sum(ungrouped(before), -1, counts))
}
