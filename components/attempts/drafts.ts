import type { Answer } from '@/domain/attempts/input'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { parse, put, take } from './shelf'

/** What stands on the paper and is not handed in yet. It survives a reload. */
export type Draft = { choices: string[]; blanks: string[]; text: string; spentMs: number }

export const emptyDraft: Draft = { choices: [], blanks: [], text: '', spentMs: 0 }

const keyOf = (attempt: string, question: string) => `draft:${attempt}:${question}`

export function readDraft(attempt: string, question: string): Draft {
  const value = parse(take(keyOf(attempt, question)) ?? 'null') as Partial<Draft> | null | undefined
  const texts = (list: unknown) => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [])
  return {
    choices: texts(value?.choices),
    blanks: texts(value?.blanks),
    text: typeof value?.text === 'string' ? value.text : '',
    spentMs: typeof value?.spentMs === 'number' ? value.spentMs : 0,
  }
}

export const writeDraft = (attempt: string, question: string, draft: Draft) =>
  put(keyOf(attempt, question), JSON.stringify(draft))

/** The question on show, to come back to. */
export const readPlace = (attempt: string) => take(`place:${attempt}`)
export const writePlace = (attempt: string, question: string) => put(`place:${attempt}`, question)

/** Numbers as people type them: full-width digits, a comma for the point. */
function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/\s/g, '').replace(/[,，]/, '.').replace('−', '-')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** The draft as an answer to hand in; null while it is none. */
export function answerIn(draft: Draft, { type, blanks = 1 }: Pick<QuestionToAnswer, 'type' | 'blanks'>): Answer | null {
  switch (type) {
    case 'single':
    case 'true-false':
    case 'multiple':
      return draft.choices.length > 0 ? { choices: draft.choices } : null
    case 'fill': {
      const filled = Array.from({ length: blanks }, (_, index) => draft.blanks[index]?.trim() ?? '')
      return filled.some((blank) => blank !== '') ? { blanks: filled } : null
    }
    case 'numeric': {
      const value = numberIn(draft.blanks[0] ?? '')
      return value === null ? null : { value }
    }
    case 'essay':
      return draft.text.trim() ? { text: draft.text.trim() } : null
  }
}

/** An answer as a draft, to be shown or changed. */
export function draftOf(answer: Answer): Draft {
  if ('choices' in answer) return { ...emptyDraft, choices: answer.choices }
  if ('blanks' in answer) return { ...emptyDraft, blanks: answer.blanks }
  if ('value' in answer) return { ...emptyDraft, blanks: [String(answer.value)] }
  return 'text' in answer ? { ...emptyDraft, text: answer.text } : emptyDraft
}
