/**
 * What committing does with each question of a file, by the file itself and by what the bank holds. Same identity and
 * content: nothing. Other content: a new version. Another key: a person decides, always. An id that comes back with quite
 * another stem: likewise. No identity in common, but alike: a new question with a warning; nothing is merged by itself.
 *
 * It goes in steps, so that it can be done in a thread while questions are read and written: the stored prints of the
 * subject are shown once, page by page (`see`); then, some questions of the file at a time, the stored questions they may
 * be compared with are named (`look`) and given (`judge`).
 */
import { type Finding, finding, type Place, placeWords } from '@/domain/formats/findings'
import type { QuestionContent } from '@/domain/questions/input'
import type { ImportAction } from '../state'
import type { Print } from './identity'
import { BankIndex, type IndexedPrint, type Resemblance } from './likeness/bank-index'
import { featureMemory, type Texts, textsOf } from './likeness/features'
import { type Bank, kept, recogniseOne, wantedFor } from './likeness/verdict'
import { FileSoFar, type Within } from './likeness/within'

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
  texts: Texts
}

export type Recognised = {
  position: number
  action: ImportAction
  /** The question that it is; null for a new one, and for one that an earlier row of the file already brings. */
  questionId: string | null
  /** One that looks like a question of the bank names it in `params.questionId`, for whoever makes a version of that. */
  findings: Finding[]
}

/** The print of a question in the bank. */
export type StoredPrint = Print & { questionId: string; subjectSlug: string }
export type StoredContent = { content: QuestionContent; chapterKey: string | null }
export type StoredQuestion = StoredContent & { print: StoredPrint }

export type Recogniser = {
  see(prints: readonly IndexedPrint[]): void
  /** @returns questions of the bank that judging these wants, with their newest contents */
  look(items: readonly Incoming[]): string[]
  /** What was looked at last, in its order. */
  judge(stored: ReadonlyMap<string, StoredQuestion>): Recognised[]
}

type Looked = { item: Incoming; within: Within; like: Resemblance | null }

/** Each text worked out once, for as long as its content is there. */
function textMemory(): Bank['textsOf'] {
  const known = new WeakMap<QuestionContent, Texts>()
  return (content) => {
    const texts = known.get(content) ?? textsOf(content)
    known.set(content, texts)
    return texts
  }
}

/** For the questions of one subject in the order of the file. */
export function recogniser(): Recogniser {
  const features = featureMemory()
  const file = new FileSoFar(features)
  const index = new BankIndex()
  /** Where the file has first brought a question of the bank, by its id. */
  const takers = new Map<string, string>()
  let looked: Looked[] = []

  /** A question of the bank that an earlier one of the file already is. */
  function taken(item: Incoming, questionId: string, first: string): Recognised {
    const params = { seen: item.content.stem, first, how: 'again' }
    return kept(item, 'same', { questionId, findings: [finding('WITHIN_FILE', item.place, params)] })
  }

  /** What the file says of itself comes first. */
  function settled({ item, within, like }: Looked, bank: Bank): Recognised {
    if (!like) return kept(item, within.settled ?? 'add', { findings: within.findings })
    const one = recogniseOne(item, like, bank)
    const first = one.questionId === null ? undefined : takers.get(one.questionId)
    if (one.questionId !== null && first !== undefined && one.action !== 'wait')
      return taken(item, one.questionId, first)
    if (one.questionId !== null) takers.set(one.questionId, placeWords(item.place))
    return { ...one, findings: [...within.findings, ...one.findings] }
  }

  return {
    see: (prints) => {
      for (const print of prints) index.add(print)
    },
    look: (items) => {
      looked = items.map((item) => {
        const within = file.look(item)
        return { item, within, like: within.settled ? null : index.resembling(item) }
      })
      return [...new Set(looked.flatMap(({ like }) => (like ? wantedFor(like) : [])))]
    },
    judge: (stored) => {
      const bank = { stored, features, textsOf: textMemory() }
      return looked.map((one) => settled(one, bank))
    },
  }
}
