/**
 * From the bytes of a file to staged items, in steps, so that it can be done in a thread of its own while what came before
 * is written: read; then, some questions at a time, check them and look what of the bank they may be, and judge.
 */
import type { ExamDefinition } from '@/domain/exams/definition'
import { emptyDraft } from '@/domain/formats/draft'
import { finding } from '@/domain/formats/findings'
import { readFile } from '@/domain/formats/read'
import type { Media, Reading, ReadOptions, ReadQuestion } from '@/domain/formats/reading'
import { madeQuestion } from './commits/made-question'
import { checkDraft, type DraftContext } from './drafts/check-draft'
import type { ChapterName } from './drafts/draft-names'
import { printOf } from './recognition/identity'
import type { IndexedPrint } from './recognition/likeness/bank-index'
import { textsOf } from './recognition/likeness/features'
import {
  type Incoming,
  type Recognised,
  type Recogniser,
  recogniser,
  type StoredQuestion,
} from './recognition/recognition'
import { type Counted, codesOf, countsOf, positionStep, type StagedItem, typeOfItem, worstOf } from './staged'
import type { ImportCounts } from './state'

/** Everything that reading a file needs to know; plain data, so that it can be sent to a thread. */
export type ReadTask = {
  bytes: Uint8Array
  options: ReadOptions
  exam: ExamDefinition
  subject: string
  /** Subjects that the editor cares for; null: all. */
  own: readonly string[] | null
  chapters: Record<string, readonly ChapterName[]>
  /** Whether new questions are made at once, for want of anybody who would look at them first. */
  straight: boolean
}

export type ReadResult = {
  header: Pick<Reading, 'format' | 'dialect' | 'encoding' | 'tables' | 'findings'>
  media: Media[]
  questions: number
}

/** What the next questions want before they can be judged; null when all have been. */
type Wanted = { printsOf: string } | { questions: string[] } | null

/** The steps: `read`, then `look` and what it wants, until nothing is left. */
export type Understanding = {
  read(task: ReadTask): Promise<ReadResult>
  look(): Promise<Wanted>
  /** A page of the prints of a subject; after the last of them nothing of it is wanted again. */
  see(subject: string, prints: readonly IndexedPrint[], isLast: boolean): Promise<void>
  judge(stored: ReadonlyMap<string, StoredQuestion>): Promise<StagedItem[]>
  counts(): Promise<ImportCounts>
  /** Lets go of the file: a thread that stays holds nothing of it. */
  forget(): Promise<void>
}

export const contextOf = ({
  exam,
  subject,
  chapters,
  options,
}: Omit<ReadTask, 'bytes' | 'own' | 'straight'>): DraftContext => ({
  exam,
  subject,
  chapters: (slug) => chapters[slug] ?? [],
  values: options.mapping?.values,
  bank: options.fileName.slice(0, 200) || '—',
})

/** A draft as it stands, with what is wrong with it; a subject of somebody else's keeps it out. */
export function checkOne({ draft, place, findings }: ReadQuestion, context: DraftContext, own: ReadTask['own']) {
  const checked = checkDraft(draft, place, context)
  const foreign =
    own && !own.includes(checked.subject) ? [finding('SUBJECT_FOREIGN', place, { seen: checked.subject })] : []
  const all = [...findings, ...checked.findings, ...foreign]
  // An error of reading keeps a question out as well as one of checking: what was read is not all that stood there.
  const content = worstOf(all) === 'error' ? null : checked.content
  const { chapterKey } = checked
  const texts = content && textsOf(content)
  const print = content && texts && printOf({ content, chapterKey, externalId: draft.externalId }, texts)
  return { draft, place, ...checked, content, findings: all, print, texts }
}
export type Looked = ReturnType<typeof checkOne>
type Recognisable = Pick<Looked, 'content' | 'print' | 'texts' | 'draft' | 'place' | 'chapterKey'>

/** What is staged of a draft that was looked at, and recognised or not. */
export function itemOf(looked: Looked, position: number, recognised: Recognised | undefined): StagedItem {
  const { draft, place, content, print, subject, chapterKey, section } = looked
  const findings = [...looked.findings, ...(recognised?.findings ?? [])]
  return {
    ...{ position, draft, place, content, print, chapterKey, section, findings },
    type: typeOfItem(draft, content),
    worst: worstOf(findings),
    action: content && recognised ? recognised.action : 'wait',
    touched: false,
    subjectSlug: subject,
    groupId: draft.group?.id ?? null,
    questionId: recognised?.questionId ?? null,
    made: null,
  }
}

/**
 * A new question on its own, as it goes straight into the bank: of what its file said, what names it is kept. A case group
 * is known when the file ends, and what changes versions comes all at once.
 */
function straight(item: StagedItem, newId: () => string): StagedItem {
  const { action, content, groupId, draft } = item
  if (action !== 'add' || content === null || groupId !== null) return item
  const questionId = newId()
  const { type, stem } = draft
  const made = madeQuestion(content, questionId)
  return { ...item, questionId, made, content: null, draft: { ...emptyDraft, type, stem } }
}

export function incomingOf(looked: Recognisable, position: number): Incoming[] {
  const { content, print, texts, draft, place, chapterKey } = looked
  if (!content || !print || !texts) return []
  const difficultyGiven = draft.difficulty !== null
  return [{ position, place, content, chapterKey, externalId: draft.externalId, difficultyGiven, print, texts }]
}

const questionsAtOnce = 400

/** A file that is being understood. */
class Underway {
  private at = 0
  private some: Looked[] = []
  private readonly recognisers = new Map<string, Recogniser>()
  private readonly seen = new Set<string>()
  private readonly counted: Counted[] = []
  private readonly context: DraftContext

  constructor(
    private readonly task: Omit<ReadTask, 'bytes'>,
    private readonly questions: (ReadQuestion | undefined)[],
    private readonly newId: () => string,
  ) {
    this.context = contextOf(task)
  }

  private of(subject: string): Recogniser {
    const known = this.recognisers.get(subject) ?? recogniser()
    this.recognisers.set(subject, known)
    return known
  }

  /** Positions in the file go by steps, from the first of those that are looked at. */
  private readonly positionOf = (index: number) => (this.at - this.some.length + index + 1) * positionStep

  private take() {
    const end = Math.min(this.questions.length, this.at + questionsAtOnce)
    for (; this.at < end; this.at++) {
      const question = this.questions[this.at]
      // Drafts of a large file go one by one.
      this.questions[this.at] = undefined
      if (question) this.some.push(checkOne(question, this.context, this.task.own))
    }
  }

  private incoming(subject: string) {
    return this.some.flatMap((one, index) => (one.subject === subject ? incomingOf(one, this.positionOf(index)) : []))
  }

  private subjects = () => new Set(this.some.flatMap((one) => (one.print ? [one.subject] : [])))

  look(): Wanted {
    if (this.some.length === 0) this.take()
    if (this.some.length === 0) return null
    const subjects = [...this.subjects()]
    const unseen = subjects.find((subject) => !this.seen.has(subject))
    if (unseen !== undefined) return { printsOf: unseen }
    return { questions: subjects.flatMap((subject) => this.of(subject).look(this.incoming(subject))) }
  }

  see(subject: string, prints: readonly IndexedPrint[], isLast: boolean) {
    this.of(subject).see(prints)
    if (isLast) this.seen.add(subject)
  }

  judge(stored: ReadonlyMap<string, StoredQuestion>): StagedItem[] {
    const found = new Map<number, Recognised>()
    for (const subject of this.subjects())
      for (const one of this.of(subject).judge(stored)) found.set(one.position, one)
    const items = this.some.map((one, index) => itemOf(one, this.positionOf(index), found.get(this.positionOf(index))))
    for (const { type, worst, action, groupId, findings } of items)
      this.counted.push({ type, worst, action, groupId, codes: codesOf(findings) })
    this.some = []
    return this.task.straight ? items.map((item) => straight(item, this.newId)) : items
  }

  counts = () => countsOf(this.counted)
}

/** @param newId of questions that are made at once */
export function understanding(newId: () => string): Understanding {
  let underway: Underway | null = null
  const it = () => {
    if (!underway) throw new Error('nothing has been read')
    return underway
  }
  return {
    async read({ bytes, ...task }) {
      const { format, dialect, encoding, tables, findings, questions, media } = await readFile(bytes, task.options)
      underway = new Underway(task, [...questions], newId)
      const header = { format, dialect, encoding, tables, findings }
      return { header, media: [...media.values()], questions: questions.length }
    },
    look: async () => it().look(),
    see: async (subject, prints, isLast) => it().see(subject, prints, isLast),
    judge: async (stored) => it().judge(stored),
    counts: async () => it().counts(),
    async forget() {
      underway = null
    },
  }
}
