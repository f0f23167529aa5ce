import type { PlayerItem } from './grid/items'

/** Where a question stands, as a key of words. */
export function standing({ state, feedback }: PlayerItem) {
  if (state === 'marked' && feedback) return feedback.verdict
  return state === 'saved' || state === 'pending' ? 'answered' : state === 'withdrawn' ? 'withdrawn' : 'open'
}

export const inks: Record<ReturnType<typeof standing>, string> = {
  right: 'text-(--color-right)',
  partial: 'text-part',
  wrong: 'text-seal-text',
  unmarked: 'text-ink-2',
  unanswered: 'text-ink-3',
  answered: 'text-ink',
  open: 'text-ink-3',
  withdrawn: 'text-ink-3',
}
