/**
 * What is in the mistake book (错题本), and when it leaves.
 *
 * Rule: an answer that is not fully right (partly right, wrong, 不会) puts its question into the book, once, or keeps it
 * there: the count of right answers begins anew. Three fully right answers in a row, whatever the mode, and it is
 * mastered; so it is when the person says so by hand. It comes back when it is not fully right again, or by hand. A
 * right answer to a question that is not in the book changes nothing. Only answers whose verdict was told count, and
 * essays by the marks that their writer gave. Source: product.md, "错题本 is the review queue".
 *
 * Example: wrong on Monday → in the book, 0 of 3. Right on Tuesday and Wednesday → 2 of 3. Partly right on Thursday →
 * 0 of 3, not fully right twice. Right on three more days → mastered. Wrong next week → in the book again, 0 of 3.
 */
export type Mistake = {
  status: 'open' | 'mastered'
  /** Fully right answers in a row while it was in the book: 0 to 3. */
  rightInRow: number
  /** How often it was not fully right, ever. */
  wrongCount: number
  /** When it came into the book, or last came back. */
  enteredAt: Date
  lastAnsweredAt: Date
  masteredAt: Date | null
  masteredBy: 'rule' | 'hand' | null
}

export type MistakeEvent =
  | { kind: 'answered'; at: Date; right: boolean }
  /** By hand: said to be mastered, or put back into the book. */
  | { kind: 'reopened'; at: Date }
  | { kind: 'mastered'; at: Date }

/** Right answers in a row after which a question leaves the book. */
export const rightNeeded = 3

const later = (a: Date, b: Date) => (a > b ? a : b)
const opened = (at: Date) => ({
  status: 'open' as const,
  rightInRow: 0,
  enteredAt: at,
  masteredAt: null,
  masteredBy: null,
})
const mastered = (at: Date, by: 'rule' | 'hand') => ({ status: 'mastered' as const, masteredAt: at, masteredBy: by })

function afterWrong(before: Mistake | null, at: Date): Mistake {
  if (!before) return { ...opened(at), wrongCount: 1, lastAnsweredAt: at }
  const wrong = { wrongCount: before.wrongCount + 1, lastAnsweredAt: later(before.lastAnsweredAt, at) }
  return before.status === 'open' ? { ...before, ...wrong, rightInRow: 0 } : { ...opened(at), ...wrong }
}

function afterRight(before: Mistake, at: Date): Mistake {
  const after = { ...before, lastAnsweredAt: later(before.lastAnsweredAt, at) }
  if (before.status === 'mastered') return after
  const rightInRow = before.rightInRow + 1
  return { ...after, rightInRow, ...(rightInRow >= rightNeeded && mastered(at, 'rule')) }
}

/** The book's entry for one question after an event; null: not in the book. Events come in the order of telling. */
export function afterEvent(before: Mistake | null, event: MistakeEvent): Mistake | null {
  if (event.kind === 'answered' && !event.right) return afterWrong(before, event.at)
  if (!before) return null
  if (event.kind === 'answered') return afterRight(before, event.at)
  if (event.kind === 'reopened') return { ...before, ...opened(event.at) }
  return before.status === 'mastered' ? before : { ...before, ...mastered(event.at, 'hand') }
}

const orderOfKind = { answered: 0, reopened: 1, mastered: 2 }

/** The entry that a question's whole history makes, in the order of time; at the same instant answers go first. */
export function foldMistake(events: readonly MistakeEvent[]): Mistake | null {
  return [...events]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || orderOfKind[a.kind] - orderOfKind[b.kind])
    .reduce(afterEvent, null)
}

/**
 * What was done by hand, as far as it still matters, read off an entry: with the answers it folds to that same entry.
 * So two people's entries become one: {@link foldMistake} over the answers of both and these events of both.
 */
export function handEventsOf({ enteredAt, masteredAt, masteredBy }: Mistake): MistakeEvent[] {
  const back = { kind: 'reopened' as const, at: enteredAt }
  return masteredAt && masteredBy === 'hand' ? [back, { kind: 'mastered', at: masteredAt }] : [back]
}
