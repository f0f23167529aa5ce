import { renderBlock, renderInline } from '@/domain/formats/markdown'
import type { QuestionContent, Source } from './input'
import type { QuestionType } from './types'

/**
 * A question before its answer and a question after are two types. Nothing here that makes the first
 * can reach a key, an explanation, a source or a topic: they are named one by one, not copied and stripped.
 */
export type Html = { html: string }

export type QuestionToAnswer = {
  id: string
  version: string
  number: number
  type: QuestionType
  stem: Html
  options: { id: string; html: string }[]
  blanks?: number
  points: number
  material?: { id: string; html: string }
  group?: { id: string; index: number; of: number }
  /** Withdrawn since it was set: shown so marked, and not scored. */
  withdrawn?: true
}

/** What is told of a question once it has been answered. */
export type Solution = {
  key: string[] | string[][] | { value: number; tolerance: number } | null
  explanation: Html
  options: { id: string; explanation: Html }[]
  source: Source[]
  topics: string[]
  checkedOn: string | null
  modelAnswer?: Html
  markingPoints?: { id: string; text: string; points: number }[]
}

export type Place = Pick<QuestionToAnswer, 'id' | 'version' | 'number' | 'points' | 'group' | 'withdrawn'>

/** The parts of a question that may be seen before it is answered, rendered. */
export function renderQuestion(content: QuestionContent): Omit<QuestionToAnswer, keyof Place> {
  return {
    type: content.type,
    stem: { html: renderBlock(content.stem) },
    options: 'options' in content ? content.options.map(({ id, text }) => ({ id, html: renderInline(text) })) : [],
    ...(content.type === 'fill' && { blanks: content.key.length }),
    ...(content.material && { material: { id: content.material.id, html: renderBlock(content.material.text) } }),
  }
}

export function renderSolution(content: QuestionContent): Solution {
  return {
    key: content.type === 'essay' ? null : content.key,
    explanation: { html: renderBlock(content.explanation) },
    options:
      'options' in content
        ? content.options.map(({ id, explanation }) => ({ id, explanation: { html: renderInline(explanation) } }))
        : [],
    source: content.sources,
    topics: content.topics,
    checkedOn: content.checkedOn ?? null,
    ...(content.type === 'essay' && {
      modelAnswer: { html: renderBlock(content.modelAnswer) },
      markingPoints: content.markingPoints,
    }),
  }
}
