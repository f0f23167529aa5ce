import type { Paper, Subject } from '@/domain/exams/definition'
import { dailyShares } from '@/domain/exams/lookup'
import { type Candidate, chooseUnits } from './selection'

type SubjectWithPaper = { subject: Subject; paper: Paper }

/** Candidates of each section that a day asks for, longest unused first. */
export type Pools = ReadonlyMap<string, readonly Candidate[]>

/**
 * The units (questions, or leaders of case groups) of one day's set, in the order of the paper's sections. An alternate
 * day whose sections hold no question gets a usual set: a day without one would hold up all days after it.
 */
export function chooseSet(subject: SubjectWithPaper, day: string, pools: Pools): Candidate[] {
  const seats = new Map<string, number>()
  const choose = (shares: Paper['daily']['sections']) =>
    shares.flatMap(({ section, count }) =>
      chooseUnits(pools.get(section) ?? [], count, seats, `${subject.subject.slug}/${day}`),
    )
  const units = choose(dailyShares(subject.paper, day))
  return units.length > 0 ? units : choose(subject.paper.daily.sections)
}

/**
 * How many candidates of each section to read, longest unused first, so that the set of every day of `days` can be
 * chosen from its `limit` longest unused ones: those that the days before it take go to the end of the line.
 */
export function poolSizes(paper: Paper, days: readonly string[], limit: number): Map<string, number> {
  const sizes = new Map<string, number>()
  const taken = new Map<string, number>()
  for (const day of days)
    for (const { section, count } of new Set([...dailyShares(paper, day), ...paper.daily.sections])) {
      const before = taken.get(section) ?? 0
      sizes.set(section, limit + before)
      taken.set(section, before + count)
    }
  return sizes
}

const byUse = (a: Candidate, b: Candidate) =>
  a.lastUsedOn < b.lastUsedOn ? -1 : a.lastUsedOn > b.lastUsedOn ? 1 : a.shuffle - b.shuffle || (a.id < b.id ? -1 : 1)

/**
 * The set of the last of `days`, worked out without storing anything: each day before it is chosen in turn,
 * and counts as used, exactly as if it had been stored.
 * @param limit how many candidates a section's choice looks at, as when sets are stored.
 */
export function chooseAhead(
  subject: SubjectWithPaper,
  days: readonly string[],
  pools: Pools,
  limit: number,
): Candidate[] {
  let now = pools
  let chosen: Candidate[] = []
  for (const day of days) {
    chosen = chooseSet(subject, day, new Map([...now].map(([section, pool]) => [section, pool.slice(0, limit)])))
    const used = new Set(chosen.map((unit) => unit.id))
    now = new Map(
      [...now].map(([section, pool]) => [
        section,
        pool.map((one) => (used.has(one.id) ? { ...one, lastUsedOn: day } : one)).sort(byUse),
      ]),
    )
  }
  return chosen
}
