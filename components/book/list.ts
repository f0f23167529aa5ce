import type { Answer } from '@/domain/attempts/input'
import type { QuestionToAnswer, Solution } from '@/domain/questions/view'

/** A question in one of a person's lists. */
export type Listed = {
  questionId: string
  subject: string
  chapter: { key: string; title: string } | null
  question: QuestionToAnswer
  /** Null until the person has been told it. */
  solution: Solution | null
  lastAnswer?: Answer | null
}

export type Page<T> = { items: T[]; nextCursor: string | null }

/** What stands in the address of a list: which subject, which chapter. */
export type Filter = { subject?: string; chapter?: string }

/** `?subject=…&chapter=…&…` of what is given; nothing when nothing is. */
export function searchOf(parts: Record<string, string | null | undefined>): string {
  const given = Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
