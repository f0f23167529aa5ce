/**
 * How far a share of points can be trusted: Wilson's score interval at 95 %.
 *
 * Rule: the share is points scored / points possible. Answers weigh differently (1 or 2 points), so the count that goes
 * into Wilson's formula is Kish's effective sample size, (Σ points)² / Σ points². Scores between 0 and full marks vary
 * less than right-or-wrong ones with the same mean (Bhatia–Davis), so the interval is, if anything, too wide.
 * Below 30 answers neither share nor interval is given.
 * Source: Wilson 1927; Kish, Survey Sampling, 1965; Bhatia and Davis 2000. product.md, "Numbers are honest".
 *
 * Example: 24 of 40 points in 30 answers, 20 singles (1 point) and 10 multiples (2): effective count 40² / 60 = 26.7,
 * share 0.60, interval 0.41 to 0.76.
 */
export const answersNeeded = 30

/** A 折合百分制 score is shown from this many answers on: as many as the official paper has. */
export const answersForPaper = 80

const z = 1.959964

/** Wilson's interval for a share of `count` trials; `count` need not be whole. Both ends lie within 0 and 1. */
export function wilson(share: number, count: number): { low: number; high: number } {
  const square = z * z
  const centre = share + square / (2 * count)
  const margin = z * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))
  const whole = 1 + square / count
  return { low: Math.max(0, (centre - margin) / whole), high: Math.min(1, (centre + margin) / whole) }
}

/** Answers added up: how many, their points, what was possible, and the squares of what was possible. */
export type Weighed = { n: number; score: number; maxScore: number; squares: number }
export type Accuracy = { share: number; low: number; high: number }

/** To a hundredth of a percent. */
const rounded = (share: number) => Math.round(share * 1e4) / 1e4

/** The share of the points and its interval; null below 30 answers. */
export function accuracyOf({ n, score, maxScore, squares }: Weighed): Accuracy | null {
  if (n < answersNeeded || maxScore <= 0) return null
  const share = Math.min(1, score / maxScore)
  const { low, high } = wilson(share, (maxScore * maxScore) / squares)
  return { share: rounded(share), low: rounded(low), high: rounded(high) }
}
