/**
 * What an edition of a law means for the sittings: questions that rest on it are set for a sitting when it was in force
 * on the day whose law that sitting examines. Source: product.md, "Every published question says where it comes from".
 *
 * Example: in force from 2024-09-05 until 2027-03-01: set for 2025 to 2027 (law of 2026-12-31), withheld from 2028 on.
 */
export type Term = { effectiveOn: string | null; endsOn: string | null }
export type SittingOfExam = { exam: string; year: number; lawInForceOn: string }

const isInForce = ({ effectiveOn, endsOn }: Term, on: string) =>
  (effectiveOn === null || effectiveOn <= on) && (endsOn === null || on < endsOn)

/** Each sitting, and whether questions on this edition are set for it. */
export const sittingsOf = (term: Term, sittings: readonly SittingOfExam[]) =>
  sittings.map((sitting) => ({ ...sitting, eligible: isInForce(term, sitting.lawInForceOn) }))

type Dated = Term & { edition: string }

/**
 * Where a new edition stands among the others: it ends the one that was in force before it, and itself ends when the next
 * one begins. @returns the end of the new one, and which other gets which end
 */
export function succession(
  added: Dated,
  others: readonly Dated[],
): { endsOn: string | null; ends: { edition: string; endsOn: string }[] } {
  const { effectiveOn } = added
  if (effectiveOn === null) return { endsOn: added.endsOn, ends: [] }
  // Where nobody knows since when it is in force, the day of the edition orders them.
  const begin = (one: Dated) => one.effectiveOn ?? one.edition
  const next = others.filter((one) => begin(one) > effectiveOn).sort((a, b) => (begin(a) < begin(b) ? -1 : 1))[0]
  const before = others.filter((one) => begin(one) < effectiveOn && (one.endsOn === null || one.endsOn > effectiveOn))
  return {
    endsOn: added.endsOn ?? next?.effectiveOn ?? null,
    ends: before.map(({ edition }) => ({ edition, endsOn: effectiveOn })),
  }
}
