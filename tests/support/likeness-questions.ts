import { type Identified, printOf } from '@/domain/imports/recognition/identity'
import { textsOf } from '@/domain/imports/recognition/likeness/features'
import type { Incoming, Recognised, StoredQuestion } from '@/domain/imports/recognition/recognition'
import { recogniser } from '@/domain/imports/recognition/recognition'
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

/** Some at a time, as a large file comes. */
const atOnce = 3

/** A bank in memory, and a file recognised in it; the questions of the bank are q1, q2 … */
export function recognised(file: readonly Given[], bank: readonly Given[]): Recognised[] {
  const items = file.map((given, at): Incoming => {
    const known = identified(given)
    const { difficultyGiven = true } = given
    return {
      ...known,
      position: at,
      place: { row: at + 2 },
      difficultyGiven,
      print: printOf(known),
      texts: textsOf(known.content),
    }
  })
  const stored = bank.map((given, at): StoredQuestion => {
    const { content, chapterKey } = identified(given)
    const print = { ...printOf(identified(given)), questionId: `q${at + 1}`, subjectSlug: 'practice' }
    return { content, chapterKey, print }
  })
  const byId = new Map(stored.map((one) => [one.print.questionId, one]))
  const work = recogniser()
  work.see(stored.map((one) => one.print))
  const found: Recognised[] = []
  for (let at = 0; at < items.length; at += atOnce) {
    const wanted = work.look(items.slice(at, at + atOnce))
    found.push(
      ...work.judge(new Map(wanted.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as StoredQuestion]] : [])))),
    )
  }
  return found
}

/** Action and codes, for short expectations: 'add', 'wait KEY_CONFLICT'. */
export const outcome = ({ action, findings }: Recognised) => [action, ...findings.map((one) => one.code)].join(' ')
