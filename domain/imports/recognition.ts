/**
 * What committing does with each question of a file, by the file itself and by what the bank holds. Same identity and
 * content: nothing. Other content: a new version. Another key: a person decides, always. An id that comes back with quite
 * another stem: likewise. No identity in common, but alike: a new question with a warning; nothing is merged by itself.
 *
 * It goes in steps, so that it can be done in a thread and in bounded memory: every stored print of the subject is shown
 * once, page by page (`see`); then, some questions at a time, the contents they may be compared with (`next`, `judge`).
 */
import { type Finding, finding, type Place, placeWords } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'
import type { Print } from './identity'
import { featureMemory } from './likeness/features'
import { Probe } from './likeness/probe'
import { contentsFor, kept, recogniseOne } from './likeness/verdict'
import { recogniseWithin, type Within } from './likeness/within'
import type { ImportAction } from './state'

/** A question of a file that has become content. */
export type Incoming = {
  position: number
  place: Place
  content: QuestionContent
  chapterKey: string | null
  externalId: { source: string; id: string } | null
  /** Whether the file names a difficulty: one that the check put in is no change. */
  difficultyGiven: boolean
  print: Print
}

export type Recognised = {
  position: number
  action: ImportAction
  /** The question that it is; null for a new one, and for one that an earlier row of the file already brings. */
  questionId: string | null
  /** One that looks like a question of the bank names it in `params.questionId`, for whoever makes a version of that. */
  findings: Finding[]
}

export type StoredContent = { content: QuestionContent; chapterKey: string | null }

/** A question of the bank that an earlier one of the file already is. */
const taken = (item: Incoming, first: Incoming, questionId: string): Recognised =>
  kept(item, 'same', {
    questionId,
    findings: [
      finding('WITHIN_FILE', item.place, { seen: item.content.stem, first: placeWords(first.place), how: 'again' }),
    ],
  })

/** Both answers together, in the order of the file: what it says of itself comes first. */
function settledWithin(
  items: readonly Incoming[],
  within: readonly Within[],
  found: ReadonlyMap<number, Recognised>,
): Recognised[] {
  const takers = new Map<string, Incoming>()
  return items.map((item, index) => {
    const { settled, findings } = within[index] ?? { settled: null, findings: [] }
    if (settled) return kept(item, settled, { findings })
    const one = found.get(index) ?? kept(item, 'add')
    const first = one.questionId === null ? undefined : takers.get(one.questionId)
    if (one.questionId === null) return { ...one, findings: [...findings, ...one.findings] }
    if (first && one.action !== 'wait') return taken(item, first, one.questionId)
    takers.set(one.questionId, item)
    return { ...one, findings: [...findings, ...one.findings] }
  })
}

/** The print of a question in the bank. */
export type StoredPrint = Print & { questionId: string; subjectSlug: string }

export type Recogniser = {
  see(prints: readonly StoredPrint[]): void
  /** Questions of the bank whose newest contents the next step wants; null when all has been judged. */
  next(): string[] | null
  judge(contents: ReadonlyMap<string, StoredContent>): void
  /** In the order of the items. */
  finish(): Recognised[]
}

const itemsAtOnce = 500

/** For the questions of one subject in the order of the file. */
export function recogniser(items: readonly Incoming[]): Recogniser {
  const features = featureMemory()
  const within = recogniseWithin(items, features)
  const open = items.flatMap((item, index) => (within[index]?.settled ? [] : [{ item, index }]))
  const probe = new Probe(open.map(({ item }) => item))
  const found = new Map<number, Recognised>()
  let [at, judged] = [0, 0]
  const some = () =>
    open.slice(judged, at).flatMap(({ item, index }, offset) => {
      const like = probe.resemblances[judged + offset]
      return like ? [{ item, index, like }] : []
    })
  return {
    see: (prints) => {
      for (const print of prints) probe.see(print)
    },
    next: () => {
      if (judged >= open.length) return null
      at = Math.min(open.length, judged + itemsAtOnce)
      return [...new Set(some().flatMap(({ item, like }) => contentsFor(item, like)))]
    },
    judge: (contents) => {
      for (const { item, index, like } of some()) found.set(index, recogniseOne(item, like, { contents, features }))
      judged = at
    },
    finish: () => settledWithin(items, within, found),
  }
}
