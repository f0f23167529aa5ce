import type { Draft } from '@/domain/formats/draft'
import type { Finding, FindingCode } from '@/domain/formats/findings'
import { questionTypes } from '@/domain/questions/types'
import type { Change } from './decisions'

/** One press that settles a finding. */
export type Fix = { label: string; change: Change }

const act = (label: string, action: NonNullable<Change['action']>): Fix => ({ label, change: { action } })
const take = act('take', 'version')
const keep = act('keep', 'skip')

/** What a person may say where the file alone cannot settle it. */
const standing: Partial<Record<FindingCode, readonly Fix[]>> = {
  TYPE_UNKNOWN: questionTypes.map((type) => ({ label: type, change: { draft: { type } } })),
  KEY_CONFLICT: [take, keep],
  ID_REUSED: [take, keep],
  DUPLICATE_EXACT: [act('addAnyway', 'add'), keep],
  DUPLICATE_NEAR: [act('addAnyway', 'add'), keep],
  WITHIN_FILE: [act('addAnyway', 'add'), act('skip', 'skip')],
}

const fixesOf = ({ code, fixes }: Finding): readonly Fix[] =>
  fixes?.map(({ label, patch }) => ({ label, change: { draft: patch as Partial<Draft> } })) ?? standing[code] ?? []

/** The findings of a question with their fixes, numbered through: 1 to 9 are keys. */
export function numberedFixes(findings: readonly Finding[]) {
  let number = 0
  return findings.map((finding) => ({
    finding,
    fixes: fixesOf(finding).map((fix) => {
      number += 1
      return { ...fix, number }
    }),
  }))
}

export const fixNumbered = (findings: readonly Finding[], number: number): Fix | undefined =>
  numberedFixes(findings)
    .flatMap(({ fixes }) => fixes)
    .find((fix) => fix.number === number)
