import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { parse } from 'yaml'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { dayWords } from './fixtures'
import { server } from './playwright.config'

type Option = { text: string; explanation: string }
type Source =
  | { law: string; edition: string; article: string }
  | { document: string; section: string }
  | { theory: string }
type Written = {
  id: string
  type: 'single' | 'multiple'
  options: Record<string, Option>
  key: string[]
  explanation: string
  source: Source[]
}

const folder = join('content', 'exams', 'social-work', 'questions')

/** The starter questions as their files have them: what the pages may say after an answer, and never before. */
export function questionsOf(subject: string): Map<string, Written> {
  const files = readdirSync(join(folder, subject)).map((file) => readFileSync(join(folder, subject, file), 'utf8'))
  const questions = files.flatMap((text) => (parse(text) as { questions?: Written[] }).questions ?? [])
  return new Map(questions.map((question) => [question.id, question]))
}

/** A question as it is served, with what its file tells of the answer. */
export type KnownQuestion = QuestionToAnswer &
  Pick<Written, 'key' | 'source'> & { secrets: string[]; reasons: string[] }

/** Markdown and typography aside, so that a text is found wherever it stands. */
export const plain = (text: string) => text.replace(/<[^>]*>/g, '').replace(/[\s*_`]/g, '')

/** The set that a subject serves, today's or that of a day, with its keys. */
export async function knownSet(request: APIRequestContext, subject: string, on?: string) {
  const reply = await request.get(`${server}/api/v1/daily/${subject}${on ? `?on=${on}` : ''}`)
  const set = (await reply.json()) as { on: string; questions: QuestionToAnswer[] }
  const written = questionsOf(subject)
  const questions = set.questions.map((question): KnownQuestion => {
    const known = written.get(question.id)
    if (!known) throw new Error(`${question.id} is in no file`)
    const reasons = Object.values(known.options).map((option) => plain(option.explanation))
    const { key, source } = known
    return { ...question, key, source, reasons, secrets: [...reasons, plain(known.explanation)] }
  })
  return { on: set.on, questions }
}

/** What a page says of a source; of a law also by which of its editions. */
export function sourceWords(source: Source): string[] {
  if ('law' in source)
    return [`《${source.law}》${source.article}`, `依据${source.edition.slice(0, 4)}年${dayWords(source.edition)}文本`]
  return 'document' in source ? [`《${source.document}》${source.section}`] : [source.theory]
}

/** An option that is not in the key. */
export function wrongOption({ options, key }: KnownQuestion): string {
  const wrong = options.find((option) => !key.includes(option.id))
  if (!wrong) throw new Error('every option is in the key')
  return wrong.id
}
