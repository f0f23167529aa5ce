import type { AuditDetails } from '@/domain/audit/actions'

/** One detail in words: the message under `audit.detail`, and what it is told of. */
export type DetailWords = { key: string; values: Record<string, string | number> }

/** What values are called: by the detail's name, a word for each value. Subjects may be all of them. */
type Naming = { of: Partial<Record<string, (value: string) => string>>; allSubjects: string; separator: string }

/**
 * The details of an entry, in the order in which one reads them. From and to are told together; what nobody foresaw is told
 * as it was noted.
 */
export function detailsInWords({ from, to, ...rest }: AuditDetails, naming: Naming): DetailWords[] {
  const isChange = typeof from === 'string' && typeof to === 'string'
  const role = (value: string) => naming.of.role?.(value) ?? value
  const change = isChange ? [{ key: 'change', values: { from: role(from), to: role(to) } }] : []
  const others = Object.entries(rest).flatMap(([key, value]) => {
    // Nobody had to be signed out, nothing to be voided: not worth a word.
    if (value === 0 && ['sessions', 'tokens'].includes(key)) return []
    // A role that has no subjects has none to tell of.
    if (key === 'subjects' && value === null && ['learner', 'admin'].includes(String(to))) return []
    return [{ key, values: { value: worded(key, value, naming) } }]
  })
  return [...change, ...others]
}

function worded(key: string, value: AuditDetails[string], { of, allSubjects, separator }: Naming): string | number {
  if (typeof value === 'number') return value
  if (key === 'subjects' && value === null) return allSubjects
  const each = Array.isArray(value) ? value : [String(value)]
  return each.map((one) => of[key]?.(one) ?? one).join(separator)
}
