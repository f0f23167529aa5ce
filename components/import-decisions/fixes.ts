import type { Draft } from '@/domain/formats/draft'
import type { Finding, FindingCode } from '@/domain/formats/findings'
import type { ItemView } from '@/domain/imports/output'
import { questionTypes } from '@/domain/questions/types'
import type { Change } from './decisions'

/** One press that settles a finding. */
export type Fix = { label: string; change: Change }

const act = (label: string, action: NonNullable<Change['action']>): Fix => ({ label, change: { action } })
const take = act('take', 'version')
const keep = act('keep', 'skip')
const add = act('addAnyway', 'add')
const likeOne: readonly Fix[] = [add, act('makeVersion', 'version'), keep]
/** Where the bank has no such question, only the file itself has it twice. */
const inFile: readonly Fix[] = [add, act('skip', 'skip')]

/** What a person may say where the file alone cannot settle it. */
const standing: Partial<Record<FindingCode, readonly Fix[]>> = {
  KEY_CONFLICT: [take, keep],
  ID_REUSED: [take, add, keep],
  DUPLICATE_EXACT: likeOne,
  DUPLICATE_NEAR: likeOne,
  WITHIN_FILE: inFile,
}

type Settled = Pick<ItemView, 'findings' | 'target'>

function fixesOf({ code, fixes }: Finding, target: Settled['target']): readonly Fix[] {
  if (fixes) return fixes.map(({ label, patch }) => ({ label, change: { draft: patch as Partial<Draft> } }))
  if (code === 'TYPE_UNKNOWN') return questionTypes.map((type) => ({ label: type, change: { draft: { type } } }))
  const known = standing[code]
  return known && target === null ? inFile : (known ?? [])
}

/** The findings of a question with their fixes, numbered through: 1 to 9 are keys. */
export function numberedFixes({ findings, target }: Settled) {
  let number = 0
  return findings.map((finding) => ({
    finding,
    fixes: fixesOf(finding, target).map((fix) => {
      number += 1
      return { ...fix, number }
    }),
  }))
}

export const fixNumbered = (item: Settled, number: number): Fix | undefined =>
  numberedFixes(item)
    .flatMap(({ fixes }) => fixes)
    .find((fix) => fix.number === number)
