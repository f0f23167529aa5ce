import { searchable } from '@/domain/bank-search/bigrams'
import { hashOfJson, lawsOf, picturesOfJson } from '@/domain/questions/content-traces'
import type { QuestionContent } from '@/domain/questions/input'
import type { QuestionType } from '@/domain/questions/types'

/**
 * A new question with all that is written of it beside its print. It is worked out where its file is read, in a thread:
 * whoever writes it has nothing left to do but that, and a text crosses threads for a tenth of what an object costs.
 */
export type MadeQuestion = {
  questionId: string
  type: QuestionType
  difficulty: number
  /** The content as it is stored. */
  json: string
  contentHash: string
  sources: QuestionContent['sources']
  laws: { law: string; edition: string }[]
  pictures: string[]
  text: string
  bigrams: string
}

export function madeQuestion(content: QuestionContent, questionId: string): MadeQuestion {
  const json = JSON.stringify(content)
  const { type, difficulty, sources } = content
  const laws = lawsOf(content)
  const traces = { contentHash: hashOfJson(json), laws, pictures: picturesOfJson(json) }
  return { questionId, type, difficulty, json, sources, ...traces, ...searchable(questionId, content) }
}
