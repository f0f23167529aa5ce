import type { Finding } from '@/domain/formats/findings'
import { Unreadable } from '@/domain/formats/reading'
import type { ReadTask, Understanding } from '@/domain/imports/understanding'

/** A step of the understanding of a file, as it is sent to the thread that takes it. */
export type Question = {
  [K in keyof Understanding]: { step: K; given: Parameters<Understanding[K]> }
}[keyof Understanding]
export type Answer = { value: unknown } | { unreadable: Finding } | { failed: string }

async function take(mine: Understanding, question: Question): Promise<unknown> {
  switch (question.step) {
    case 'read':
      return mine.read(...(question.given as [ReadTask]))
    case 'look':
      return mine.look()
    case 'see':
      return mine.see(...question.given)
    case 'judge':
      return mine.judge(...question.given)
    case 'counts':
      return mine.counts()
    case 'forget':
      return mine.forget()
  }
}

/** Errors do not cross threads as they are. */
export async function answerOf(mine: Understanding, question: Question): Promise<Answer> {
  try {
    return { value: await take(mine, question) }
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.finding }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
