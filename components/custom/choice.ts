import { parse, put, take } from '@/components/attempts/shelf'
import type { Pick as Drawn, FeedbackMode } from '@/domain/attempts/input'

export const counts = [5, 10, 15, 20, 30, 50] as const
export const drawn = ['unseen', 'wrong', 'all'] as const satisfies readonly Drawn[]
export const feedbacks = ['each', 'end'] as const satisfies readonly FeedbackMode[]

/** What a custom set is to be. */
export type Choice = {
  pick: Drawn
  count: number
  feedback: FeedbackMode
  /** Keys of chapters; none for all of them. */
  chapters: readonly string[]
}

const keyOf = (subject: string) => `custom:${subject}`

/** The last choice on this device, as far as it is still one. */
export function readChoice(subject: string, standard: FeedbackMode): Choice {
  const stored = parse(take(keyOf(subject)) ?? 'null') as Partial<Choice> | null | undefined
  const chapters = Array.isArray(stored?.chapters) ? stored.chapters.filter((one) => typeof one === 'string') : []
  return {
    pick: drawn.find((one) => one === stored?.pick) ?? 'unseen',
    count: counts.find((one) => one === stored?.count) ?? 10,
    feedback: feedbacks.find((one) => one === stored?.feedback) ?? standard,
    chapters,
  }
}

export const rememberChoice = (subject: string, choice: Choice) => put(keyOf(subject), JSON.stringify(choice))
