/**
 * Subsidies as somebody looks for theirs: by place, the latest year first. A subsidy is of its year: of another one, or with
 * a deadline that is past, it may be over. 2024 with no deadline, seen in 2026: outdated.
 */
import { type Province, provinceSlugs } from '@/domain/regions/provinces'

type Dated = { year: number; deadline: string | null }
type Placed = { id: string; region: string; place: string; year: number }
type Amount = { atMost: boolean; period: 'once' | 'monthly' | null }

/** @param today the day in the exam's zone */
export const outdated = ({ year, deadline }: Dated, today: string): boolean =>
  year !== Number(today.slice(0, 4)) || (deadline !== null && deadline < today)

/** Which words say the amount: the most that there is or just that, once, each month, or not said. */
export const amountWords = ({ atMost, period }: Amount) =>
  `${atMost ? 'most' : 'exactly'}-${period ?? 'unsaid'}` as const

export type PlaceOf<S> = { region: string; place: string; rows: S[] }

const rank = (region: string) => (region === '' ? -1 : provinceSlugs.indexOf(region as Province))

/** Grouped by place, provinces in their official order. */
export function byPlace<S extends Placed>(subsidies: readonly S[]): PlaceOf<S>[] {
  const places = new Map<string, PlaceOf<S>>()
  const sorted = [...subsidies].sort((one, other) => other.year - one.year || (one.id < other.id ? -1 : 1))
  for (const row of sorted) {
    const key = `${row.region} ${row.place}`
    const { region, place } = row
    const found = places.get(key) ?? { region, place, rows: [] }
    found.rows.push(row)
    places.set(key, found)
  }
  return [...places.values()].sort(
    (one, other) => rank(one.region) - rank(other.region) || (one.place < other.place ? -1 : 1),
  )
}
