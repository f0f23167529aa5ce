import { type Identified, printOf } from '@/domain/imports/identity'
import type { Incoming, Recognised, StoredContent, StoredPrint } from '@/domain/imports/recognition'
import { recogniser } from '@/domain/imports/recognition'
import type { QuestionContent } from '@/domain/questions/input'

/** A single-choice question in one line: the first option is right unless `key` says otherwise. */
export function choice(stem: string, options: readonly string[], rest: Partial<QuestionContent> = {}): QuestionContent {
  const listed = options.map((text, at) => ({ id: 'ABCDEFGH'[at] ?? '', text, explanation: '' }))
  const common = { stem, explanation: '', sources: [], topics: [], difficulty: 3 }
  return { type: 'single', ...common, options: listed, key: ['A'], ...rest } as QuestionContent
}

type Given = { content: QuestionContent; id?: string; chapter?: string | null; difficultyGiven?: boolean }

const identified = ({ content, id, chapter = null }: Given): Identified => ({
  content,
  chapterKey: chapter,
  externalId: id === undefined ? null : { source: id.startsWith('q') ? 'yilian' : 'file', id },
})

/** A bank in memory, and a file recognised in it; the questions of the bank are q1, q2 … */
export function recognised(file: readonly Given[], bank: readonly Given[]): Recognised[] {
  const items = file.map((given, at): Incoming => {
    const known = identified(given)
    const { difficultyGiven = true } = given
    return { ...known, position: at, place: { row: at + 2 }, difficultyGiven, print: printOf(known) }
  })
  const prints = bank.map((given, at): StoredPrint => {
    return { ...printOf(identified(given)), questionId: `q${at + 1}`, subjectSlug: 'practice' }
  })
  const contents = new Map<string, StoredContent>(
    bank.map(({ content, chapter = null }, at) => [`q${at + 1}`, { content, chapterKey: chapter }]),
  )
  const work = recogniser(items)
  work.see(prints)
  for (let wanted = work.next(); wanted; wanted = work.next()) {
    work.judge(new Map(wanted.flatMap((id) => (contents.has(id) ? [[id, contents.get(id) as StoredContent]] : []))))
  }
  return work.finish()
}

/** Action and codes, for short expectations: 'add', 'wait KEY_CONFLICT'. */
export const outcome = ({ action, findings }: Recognised) => [action, ...findings.map((one) => one.code)].join(' ')
