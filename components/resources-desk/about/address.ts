import type { ResourceChange } from '@/domain/resources/desk/input'
import { keptNames } from '@/domain/resources/desk/kept-names'

const longest = 60

/**
 * What may stand in the address of a new resource: what it is about, what kind it is, and the year, as in
 * `junior-practice-key-points-2027`; with a number behind it where that is taken.
 */
export function suggestedAddress(about: Required<ResourceChange>, taken: readonly string[]): string {
  const { levels, subjects, kind, year } = about
  const scope = subjects.length === 1 ? subjects[0] : levels.length === 1 ? levels[0] : undefined
  const base = [scope, kind, year]
    .filter(Boolean)
    .join('-')
    .slice(0, longest - 3)
  if (!taken.includes(base)) return base
  const free = Array.from({ length: taken.length }, (_, index) => `${base}-${index + 2}`)
  return free.find((one) => !taken.includes(one)) ?? base
}

/** What is wrong with an address that was typed, or undefined. */
export function addressFault(address: string, taken: readonly string[]): string | undefined {
  if (!address) return 'required'
  if (address.length > longest || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(address)) return 'address'
  return taken.includes(address) || keptNames.includes(address) ? 'id-taken' : undefined
}
