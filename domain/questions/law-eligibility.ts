import type { Source } from './input'

/**
 * Each sitting has a day whose law it examines (`lawInForceOn`). A question is eligible for a sitting when every law
 * edition it rests on was in force on that day. Source: product.md, "Every published question says where it comes from".
 *
 * Example: an edition in force from 2024-09-05, replaced on 2027-03-01, serves the 2027 sitting (law of 2026-12-31),
 * and no later one.
 */
export type LawEdition = { law: string; edition: string; effectiveOn: string | null; endsOn: string | null }

export const always = { from: '', until: '9999-12-31' }

/** The days between which all editions are in force; `until` is exclusive. An unknown date sets no bound. */
export function inForce(sources: readonly Source[], editions: readonly LawEdition[]): { from: string; until: string } {
  const cited = editions.filter((edition) =>
    sources.some((source) => 'law' in source && source.law === edition.law && source.edition === edition.edition),
  )
  const from = cited.map((edition) => edition.effectiveOn ?? always.from)
  const until = cited.map((edition) => edition.endsOn ?? always.until)
  return {
    from: [always.from, ...from].sort().at(-1) ?? always.from,
    until: [always.until, ...until].sort()[0] ?? always.until,
  }
}
