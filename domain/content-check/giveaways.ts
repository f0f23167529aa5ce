/**
 * What gives keys away without a candidate knowing anything: letters that are right too often, right options that stand
 * out by their length. Looked for over a whole subject, since no single question shows it. Source: issue "The starter
 * bank", demand 2.
 *
 * Example: 120 single choices with the right letters 31, 30, 30, 29 → χ² = 0.07, far below 11.345.
 */
import type { ChoiceContent } from '@/domain/questions/input'

/** Questions below which nothing can be said of a spread. */
const enough = 20
/** χ² that chance exceeds once in a hundred, by degrees of freedom: one less than there are letters. */
const critical: Record<number, number> = { 1: 6.635, 2: 9.21, 3: 11.345, 4: 13.277, 5: 15.086, 6: 16.812, 7: 18.475 }
/** Characters by which right options may be longer or shorter than wrong ones on average. */
const noticeable = 1

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / (numbers.length || 1)

export type Giveaways = {
  /** How often each letter is right. */
  letters: Record<string, number>
  chiSquared: number
  /** Mean over the questions of (mean length of right options − of wrong ones), in characters. */
  longer: number
  /** Share of the questions whose longest option alone is a right one. */
  longest: number
}

function lengthsOf({ options, key }: ChoiceContent) {
  const lengths = (right: boolean) =>
    options.filter(({ id }) => key.includes(id) === right).map(({ text }) => [...text].length)
  return { right: lengths(true), wrong: lengths(false) }
}

/** What can be seen of the keys of one type of question. */
export function giveawaysOf(questions: readonly ChoiceContent[]): Giveaways {
  const letters: Record<string, number> = {}
  for (const { options } of questions) for (const { id } of options) letters[id] ??= 0
  for (const { key } of questions) for (const id of key) letters[id] = (letters[id] ?? 0) + 1
  const counts = Object.values(letters)
  const expected = mean(counts)
  const lengths = questions.map(lengthsOf)
  return {
    letters,
    chiSquared: expected === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    longer: mean(lengths.map(({ right, wrong }) => mean(right) - mean(wrong))),
    longest: mean(lengths.map(({ right, wrong }) => (Math.max(...right) > Math.max(...wrong) ? 1 : 0))),
  }
}

/** @returns faults in plain words; none where there are too few questions to tell. */
export function giveawayFaults(questions: readonly ChoiceContent[]): string[] {
  if (questions.length < enough) return []
  const { letters, chiSquared, longer } = giveawaysOf(questions)
  const counts = Object.entries(letters).map(([letter, count]) => `${letter} ${count}`)
  const bound = critical[counts.length - 1]
  return [
    ...(bound !== undefined && chiSquared > bound
      ? [`right letters are not spread: ${counts.join(', ')} (χ² ${chiSquared.toFixed(1)}, at most ${bound})`]
      : []),
    ...(Math.abs(longer) > noticeable
      ? [`right options are ${longer.toFixed(1)} characters longer than wrong ones on average, at most ±${noticeable}`]
      : []),
  ]
}
