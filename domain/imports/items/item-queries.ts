import { and, asc, eq, exists, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { importFindings, importItems, questions } from '@/db/schema'
import type { Paper } from '@/domain/exams/definition'
import { paperOf, subjectOf } from '@/domain/exams/lookup'
import { getSubject } from '@/domain/exams/queries'
import type { Finding } from '@/domain/formats/findings'
import { rendered } from '@/domain/question-desk/view'
import type { ItemsQuery } from '../input'
import type { ItemsView, ItemView } from '../output'
import { type Editor, getImport } from '../queries'
import { differenceOf } from '../recognition/likeness/difference'
import { newestContents } from '../recognition/print-queries'

const itemsAtOnce = 50

export type ItemRow = typeof importItems.$inferSelect
type Filter = Omit<ItemsQuery, 'cursor'>

/** Items of an import that a filter shows. */
export function filtered(importId: string, { finding, worst, action, type }: Filter) {
  const found = db()
    .select({ one: sql`1` })
    .from(importFindings)
    .where(
      and(
        eq(importFindings.importId, importId),
        eq(importFindings.code, finding ?? ''),
        eq(importFindings.position, importItems.position),
      ),
    )
  return and(
    eq(importItems.importId, importId),
    worst && eq(importItems.worst, worst),
    action && eq(importItems.action, action),
    type && eq(importItems.type, type),
    finding && exists(found),
  )
}

/** The question of the bank that an item is, or looks like by one of its findings. */
export function targetOf({ action, questionId, findings }: Pick<ItemRow, 'action' | 'questionId' | 'findings'>) {
  if (questionId !== null && action !== 'add') return questionId
  const like = findings.find((one) => typeof one.params.questionId === 'string')?.params.questionId
  return typeof like === 'string' ? like : null
}

async function targetsOf(rows: readonly ItemRow[]) {
  const ids = [...new Set(rows.flatMap((row) => targetOf(row) ?? []))]
  if (ids.length === 0) return new Map<string, never>()
  const found = await db()
    .select({ id: questions.id, status: questions.status })
    .from(questions)
    .where(inArray(questions.id, ids))
  const contents = await newestContents(ids)
  const known = found.flatMap(({ id, status }) => {
    const content = contents.get(id)?.content
    return content ? [[id, { status, content }] as const] : []
  })
  return new Map(known)
}
type Target = Awaited<ReturnType<typeof targetsOf>> extends Map<string, infer T> ? T : never

function viewTarget(row: ItemRow, target: Target | undefined, paper: Paper | null): ItemView['target'] {
  const questionId = targetOf(row)
  if (!target || questionId === null) return null
  const { content, status } = target
  const difference = row.content ? differenceOf(content, row.content) : []
  return {
    questionId,
    type: content.type,
    status,
    ...rendered(content, { id: questionId, version: '', paper }),
    difference,
  }
}

/** What was brought in at once keeps no content of its own: the question has it, for as long as it is there. */
async function withContents(rows: readonly ItemRow[]): Promise<ItemRow[]> {
  const without = rows.flatMap(({ content, action, questionId }) =>
    content === null && action === 'add' && questionId !== null ? [questionId] : [],
  )
  const contents = await newestContents(without)
  return rows.map((row) => ({ ...row, content: row.content ?? contents.get(row.questionId ?? '')?.content ?? null }))
}

function viewItem(row: ItemRow, target: Target | undefined, paper: Paper | null): ItemView {
  const { position, place, draft, findings, worst, action, touched, content, chapterKey, section } = row
  const group = draft.group
  const placed = {
    id: row.questionId ?? String(position),
    version: '',
    group,
    paper,
    ...(section !== null && { section }),
  }
  const seen = content ? rendered(content, placed) : { question: null, solution: null }
  return {
    ...{ position, place, draft, findings, worst, action, touched },
    subject: row.subjectSlug,
    chapter: chapterKey,
    ...seen,
    target: viewTarget(row, target, paper),
  }
}

/** The papers of an exam by subject. */
async function papersOf(subject: string) {
  const { exam } = await getSubject(subject)
  return (slug: string) =>
    exam.subjects.some((one) => one.slug === slug) ? paperOf(exam, subjectOf(exam, slug)) : null
}

/** A page of what was understood of a file, in its order. @throws Refusal `not-found` */
export async function listItems(editor: Editor, id: string, { cursor, ...filter }: ItemsQuery): Promise<ItemsView> {
  const { subjectSlug } = await getImport(editor, id)
  const shown = filtered(id, filter)
  const rows = await db()
    .select()
    .from(importItems)
    .where(and(shown, cursor === undefined ? undefined : gt(importItems.position, cursor)))
    .orderBy(asc(importItems.position))
    .limit(itemsAtOnce + 1)
  const items = await withContents(rows.slice(0, itemsAtOnce))
  const [targets, paper] = [await targetsOf(items), await papersOf(subjectSlug)]
  return {
    items: items.map((row) => viewItem(row, targets.get(targetOf(row) ?? ''), paper(row.subjectSlug))),
    nextCursor: rows.length > itemsAtOnce ? String(items.at(-1)?.position ?? '') : null,
    total: await db().$count(importItems, shown),
  }
}

/** What an error keeps out, in the order of the file. @throws Refusal `not-found` */
export async function listFaulty(editor: Editor, id: string) {
  const { fileName } = await getImport(editor, id)
  const { position, draft, place, findings } = importItems
  const items = await db()
    .select({ position, draft, place, findings })
    .from(importItems)
    .where(filtered(id, { worst: 'error' }))
    .orderBy(asc(position))
  return { fileName, items }
}

const findingsAtOnce = 1000

/** Every finding of the questions of an import, in their order. */
export async function listFindings(importId: string): Promise<Finding[]> {
  const { position, findings, worst } = importItems
  const all: Finding[] = []
  for (let after = -1; ; ) {
    const rows = await db()
      .select({ position, findings })
      .from(importItems)
      .where(and(eq(importItems.importId, importId), isNotNull(worst), gt(position, after)))
      .orderBy(asc(position))
      .limit(findingsAtOnce)
    const last = rows.at(-1)
    if (!last) return all
    for (const row of rows) all.push(...row.findings)
    after = last.position
  }
}
