import { hash } from 'node:crypto'
import { picturesIn } from '@/domain/formats/media'
import type { QuestionContent } from './input'

/** @param json a content as it is stored */
export const hashOfJson = (json: string) => hash('sha256', json, 'hex')

export const hashOfContent = (content: QuestionContent) => hashOfJson(JSON.stringify(content))

/** The pictures of a version: of every text that it has. */
export const picturesOf = (content: QuestionContent) => picturesOfJson(JSON.stringify(content))
export const picturesOfJson = (json: string) => [...new Set(picturesIn(json))]

/** The laws that a question rests on, each edition once. */
export function lawsOf({ sources }: Pick<QuestionContent, 'sources'>): { law: string; edition: string }[] {
  const cited = sources.flatMap((source) => ('law' in source ? [{ law: source.law, edition: source.edition }] : []))
  return [...new Map(cited.map((one) => [`${one.law}/${one.edition}`, one])).values()]
}
