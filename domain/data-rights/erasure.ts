import type { Answer } from '@/domain/attempts/input'
import { dayIn, startOfDay } from '@/domain/exams/zone'

/**
 * What stays of a person who leaves: the bare answers, for the statistics of the questions.
 *
 * Rule: owner, free text and exact times go. A choice, a number and the points stay; an essay and words that were filled in
 * are emptied, in the same shape; an instant becomes the beginning of its day in the exam's zone. Reports keep their reason
 * and what staff answered, and lose their text. Everything else that is the person's own is deleted.
 * Source: product.md, "Questions are versioned"; trust.md, Operations.
 *
 * Example: "B" chosen on 21 November at 08:14:03 → "B", 21 November 00:00, of nobody.
 */
export function withoutText(answer: Answer): Answer {
  if ('text' in answer) return { text: '' }
  if ('blanks' in answer) return { blanks: answer.blanks.map(() => '') }
  return answer
}

export const isBare = (answer: Answer) => !('text' in answer) && !('blanks' in answer)

/** Cuts instants to the beginning of their day; several in a row are mostly of one day. */
export function dayCutter(timeZone: string): (at: Date) => Date {
  const known = new Map<string, Date>()
  return (at) => {
    const day = dayIn(timeZone, at)
    const start = known.get(day) ?? startOfDay(timeZone, day)
    known.set(day, start)
    return start
  }
}
