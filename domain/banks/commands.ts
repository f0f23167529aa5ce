import { createHash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { questions, questionVersions, subjects } from '@/db/schema'
import { hashOf } from '@/domain/daily/selection'
import { saveChapters, saveExam, saveLaws } from '@/domain/exams/commands'
import type { ExamDefinition } from '@/domain/exams/definition'
import { dayIn } from '@/domain/exams/zone'
import type { FileQuestion, LawEntry } from '@/domain/formats/content/content-files'
import { moveBounds } from '@/domain/laws/commands'
import { listEditionsOf } from '@/domain/laws/queries'
import { hashOfContent } from '@/domain/questions/content-traces'
import { inForce, type LawEdition } from '@/domain/questions/law-eligibility'
import { type Traced, traceVersions } from '@/domain/questions/version-commands'
import { listStored, type StoredQuestion } from './queries'
import { planSeed, type SeedStep } from './seed-plan'

/** An exam's files, read and checked: everything a seed needs. */
export type ExamFiles = { exam: ExamDefinition; laws: LawEntry[]; questions: FileQuestion[] }
export type SeedReport = { added: number; versions: number; restored: number; retired: number; conflicts: string[] }

const tracedAtOnce = 100

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The section of the paper that a question belongs to: named in the file, or the first one of its type. */
export function sectionFor(exam: ExamDefinition, question: Pick<FileQuestion, 'subject' | 'section' | 'content'>) {
  const subject = exam.subjects.find((one) => one.slug === question.subject)
  const paper = exam.papers.find((one) => one.id === subject?.paper)
  return paper?.sections.find((section) =>
    question.section ? section.id === question.section : section.type === question.content.type,
  )
}

type Seeding = {
  tx: Handle
  files: ExamFiles
  byId: Map<string, FileQuestion>
  stored: Map<string, StoredQuestion>
  /** The register as it is by now: an editor may have settled what the files say otherwise. */
  editions: readonly LawEdition[]
  traced: Traced[]
  now: Date
}

/** What its writer marked for review is never shown before somebody has reviewed it. */
const statusOf = ({ reviewNeeded }: FileQuestion) => (reviewNeeded ? ('review' as const) : ('published' as const))

function questionRow({ files, editions, now }: Seeding, question: FileQuestion, versionId: string) {
  const { content, group } = question
  const { from, until } = inForce(content.sources, editions)
  return {
    subjectSlug: question.subject,
    type: content.type,
    section: sectionFor(files.exam, question)?.id ?? content.type,
    status: statusOf(question),
    retiredBy: null,
    chapterKey: question.chapter,
    difficulty: content.difficulty,
    currentVersionId: versionId,
    groupId: group?.id ?? null,
    groupIndex: group?.index ?? 0,
    groupOf: group?.of ?? 0,
    leads: !group || group.index === 1,
    inForceFrom: from,
    inForceUntil: until,
    seedHash: contentHash(question),
    updatedAt: now,
  }
}

/** Identity of what a file says of a question: a change of chapter or section is a change too. */
const contentHash = ({ content, chapter, section, group, subject, reviewNeeded }: FileQuestion) =>
  hash([subject, chapter, section, group, reviewNeeded, content])

async function saveVersion(seeding: Seeding, question: FileQuestion, number: number) {
  const id = randomUUID()
  const row = questionRow(seeding, question, id)
  const { tx, now } = seeding
  if (number === 1)
    await tx
      .insert(questions)
      .values({ id: question.id, ...row, shuffle: hashOf(question.id) >>> 1, origin: 'seed', createdAt: now })
  else await tx.update(questions).set(row).where(eq(questions.id, question.id))
  await tx.insert(questionVersions).values({
    id,
    questionId: question.id,
    number,
    content: question.content,
    contentHash: hashOfContent(question.content),
    origin: 'seed',
    createdAt: now,
  })
  seeding.traced.push({
    questionId: question.id,
    versionId: id,
    subjectSlug: question.subject,
    chapterKey: question.chapter,
    importId: null,
    content: question.content,
    isCurrent: true,
    isNew: number === 1,
  })
}

async function carryOut(seeding: Seeding, step: SeedStep) {
  const question = seeding.byId.get(step.id)
  const { tx, now } = seeding
  if (step.kind === 'add' && question) await saveVersion(seeding, question, 1)
  if (step.kind === 'new-version' && question)
    await saveVersion(seeding, question, (seeding.stored.get(step.id)?.number ?? 0) + 1)
  if (step.kind === 'restore' || step.kind === 'retire') {
    const state = question
      ? { status: statusOf(question), retiredBy: null }
      : { status: 'retired' as const, retiredBy: 'seed' as const }
    await tx
      .update(questions)
      .set({ ...state, updatedAt: now })
      .where(eq(questions.id, step.id))
  }
}

/** What the new versions are found and recognised by. */
async function traceAll({ tx, traced }: Seeding) {
  for (let at = 0; at < traced.length; at += tracedAtOnce) await traceVersions(tx, traced.slice(at, at + tracedAtOnce))
}

/** A law's dates may change in the register while the questions on it stay as they are. */
async function updateLawBounds({ tx, files, now }: Seeding) {
  for (const law of new Set(files.laws.map((one) => one.law))) await moveBounds(tx, law, now)
}

const count = (steps: readonly SeedStep[], kind: SeedStep['kind']) => steps.filter((step) => step.kind === kind).length

/**
 * Brings the store up to the files of one exam, in one transaction: all of it or nothing. Again: nothing changes.
 * Files that do not hold together never get here (bin reads and checks them first).
 */
export function seedExam(files: ExamFiles, now: Date): Promise<SeedReport> {
  return write(async (tx) => {
    await saveExam(tx, files.exam)
    await saveChapters(tx, files.exam)
    await saveLaws(tx, files.laws)
    const stored = await listStored(files.exam.slug, tx)
    const byId = new Map(files.questions.map((question) => [question.id, question]))
    const steps = planSeed(new Map(files.questions.map((one) => [one.id, { hash: contentHash(one) }])), stored)
    const contents = files.questions.map((one) => one.content)
    const seeding: Seeding = {
      tx,
      files,
      byId,
      stored: new Map(stored.map((one) => [one.id, one])),
      editions: await listEditionsOf(contents, tx),
      traced: [],
      now,
    }
    for (const step of steps) await carryOut(seeding, step)
    await traceAll(seeding)
    await updateLawBounds(seeding)
    await touchSubjects(seeding, steps)
    return {
      added: count(steps, 'add'),
      versions: count(steps, 'new-version'),
      restored: count(steps, 'restore'),
      retired: count(steps, 'retire'),
      conflicts: steps.filter((step) => step.kind === 'conflict').map((step) => step.id),
    }
  })
}

async function touchSubjects({ tx, files, byId, stored, now }: Seeding, steps: readonly SeedStep[]) {
  const changed = steps.filter((step) => step.kind !== 'conflict')
  const slugs = new Set(changed.map((step) => byId.get(step.id)?.subject ?? stored.get(step.id)?.subjectSlug ?? ''))
  for (const slug of slugs)
    await tx
      .update(subjects)
      .set({
        bankRevision: sql`${subjects.bankRevision} + 1`,
        firstDay: sql`coalesce(${subjects.firstDay}, ${dayIn(files.exam.timeZone, now)})`,
      })
      .where(eq(subjects.slug, slug))
}
