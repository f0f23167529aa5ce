import { and, asc, inArray } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { isPublished } from '@/db/published'
import { questions, questionVersions } from '@/db/schema'
import type { QuestionContent } from './input'
import { type Place, type QuestionToAnswer, renderQuestion, renderSolution, type Solution } from './view'

type Rendered = { content: QuestionContent; question: Omit<QuestionToAnswer, keyof Place>; solution: Solution }

// A version never changes, so what was rendered once stays right. The oldest go first when the cache is full.
const limit = 4000
const rendered = new Map<string, Rendered>()

function remember(id: string, content: QuestionContent): Rendered {
  const made = { content, question: renderQuestion(content), solution: renderSolution(content) }
  rendered.set(id, made)
  if (rendered.size > limit) rendered.delete(rendered.keys().next().value ?? '')
  return made
}

/** Versions by id, rendered. @throws Error when one does not exist: versions are never deleted. */
export async function getVersions(ids: readonly string[], handle: Handle = db()): Promise<Map<string, Rendered>> {
  const missing = ids.filter((id) => !rendered.has(id))
  const loaded = new Map<string, Rendered>()
  if (missing.length > 0) {
    const rows = await handle
      .select({ id: questionVersions.id, content: questionVersions.content })
      .from(questionVersions)
      .where(inArray(questionVersions.id, missing))
    for (const row of rows) loaded.set(row.id, remember(row.id, row.content))
  }
  return new Map(ids.map((id) => [id, versionFrom(loaded, id)]))
}

function versionFrom(loaded: Map<string, Rendered>, id: string): Rendered {
  const version = loaded.get(id) ?? rendered.get(id)
  if (!version) throw new Error(`version ${id} is missing`)
  return version
}

/** The children of case groups that may be set, in their order: one withdrawn on its own stays out. */
export function listGroups(groupIds: readonly string[], handle: Handle = db()) {
  return handle
    .select({ id: questions.id, groupId: questions.groupId })
    .from(questions)
    .where(and(inArray(questions.groupId, [...groupIds]), isPublished))
    .orderBy(asc(questions.groupId), asc(questions.groupIndex), asc(questions.id))
}

/** What a set or an attempt must know of its questions. */
export function questionRows(ids: readonly string[], handle: Handle = db()) {
  return handle
    .select({
      id: questions.id,
      type: questions.type,
      section: questions.section,
      status: questions.status,
      versionId: questions.currentVersionId,
      groupId: questions.groupId,
      groupIndex: questions.groupIndex,
      groupOf: questions.groupOf,
    })
    .from(questions)
    .where(inArray(questions.id, [...ids]))
}
export type QuestionRow = Awaited<ReturnType<typeof questionRows>>[number]
