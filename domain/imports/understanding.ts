/**
 * From the bytes of a file to staged items, in steps, so that it can be done in a thread of its own: read and check, see the
 * prints of the bank page by page, judge by the contents that are wanted, hand the items out some at a time.
 */
import type { ExamDefinition } from '@/domain/exams/definition'
import { finding } from '@/domain/formats/findings'
import { readFile } from '@/domain/formats/read'
import type { Media, Reading, ReadOptions, ReadQuestion } from '@/domain/formats/reading'
import { checkDraft, type DraftContext } from './check-draft'
import type { ChapterName } from './draft-names'
import { printOf } from './identity'
import {
  type Incoming,
  type Recognised,
  type Recogniser,
  recogniser,
  type StoredContent,
  type StoredPrint,
} from './recognition'
import { codesOf, countsOf, positionStep, type StagedItem, typeOfItem, worstOf } from './staged'
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
}

export type ReadResult = {
  header: Pick<Reading, 'format' | 'dialect' | 'encoding' | 'tables' | 'findings'>
  media: Media[]
  questions: number
  /** Subjects that the questions belong to. */
  subjects: string[]
}

/** The steps, in their order; `see` for each page of prints, `next` and `judge` until nothing is wanted. */
export type Understanding = {
  read(task: ReadTask): Promise<ReadResult>
  see(subject: string, prints: readonly StoredPrint[]): Promise<void>
  next(subject: string): Promise<string[] | null>
  judge(subject: string, contents: ReadonlyMap<string, StoredContent>): Promise<void>
  finish(): Promise<ImportCounts>
  items(from: number, count: number): Promise<StagedItem[]>
  /** Lets go of the file: a thread that stays holds nothing of it. */
  forget(): Promise<void>
}

export const contextOf = ({ exam, subject, chapters, options }: Omit<ReadTask, 'bytes' | 'own'>): DraftContext => ({
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
  const print = content && printOf({ content, chapterKey, externalId: draft.externalId })
  return { draft, place, ...checked, content, findings: all, print }
}
export type Looked = ReturnType<typeof checkOne>

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
  }
}

type OfSubject = { recogniser: Recogniser; looked: Looked[] }

export function incomingOf(looked: Looked, position: number): Incoming[] {
  const { content, print, draft, place, chapterKey } = looked
  if (!content || !print) return []
  const difficultyGiven = draft.difficulty !== null
  return [{ position, place, content, chapterKey, externalId: draft.externalId, difficultyGiven, print }]
}

function bySubject(looked: readonly Looked[]): Map<string, OfSubject> {
  const subjects = new Map<string, Looked[]>()
  for (const one of looked) {
    const some = subjects.get(one.subject) ?? []
    if (one.print) some.push(one)
    if (some.length > 0) subjects.set(one.subject, some)
  }
  const of = (some: Looked[]) => ({ recogniser: recogniser(some.flatMap(incomingOf)), looked: some })
  return new Map([...subjects].map(([subject, some]) => [subject, of(some)]))
}

/** What was recognised of each, all subjects together. */
function finished(subjects: ReadonlyMap<string, OfSubject>): Map<Looked, Recognised> {
  const found = new Map<Looked, Recognised>()
  for (const { recogniser, looked } of subjects.values()) {
    for (const [index, recognised] of recogniser.finish().entries()) {
      const one = looked[index]
      if (one) found.set(one, recognised)
    }
  }
  return found
}

export function understanding(): Understanding {
  let looked: Looked[] = []
  let subjects = new Map<string, OfSubject>()
  let staged: StagedItem[] = []
  return {
    async read(task) {
      const { format, dialect, encoding, tables, findings, questions, media } = await readFile(task.bytes, task.options)
      const context = contextOf(task)
      looked = questions.map((question) => checkOne(question, context, task.own))
      subjects = bySubject(looked)
      const header = { format, dialect, encoding, tables, findings }
      return { header, media: [...media.values()], questions: looked.length, subjects: [...subjects.keys()] }
    },
    see: async (subject, prints) => subjects.get(subject)?.recogniser.see(prints),
    next: async (subject) => subjects.get(subject)?.recogniser.next() ?? null,
    judge: async (subject, contents) => subjects.get(subject)?.recogniser.judge(contents),
    async finish() {
      const found = finished(subjects)
      staged = looked.map((one, index) => itemOf(one, (index + 1) * positionStep, found.get(one)))
      looked = []
      subjects.clear()
      return countsOf(staged.map((one) => ({ ...one, codes: codesOf(one.findings) })))
    },
    items: async (from, count) => staged.slice(from, from + count),
    async forget() {
      staged = []
      looked = []
      subjects.clear()
    },
  }
}
