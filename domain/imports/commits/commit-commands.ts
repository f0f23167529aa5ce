import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { db, type Handle, write } from '@/db/client'
import { orderedId } from '@/db/ordered-id'
import { importItems, imports, mediaUses, questionPrints, questions } from '@/db/schema'
import { audit } from '@/domain/audit/commands'
import type { QuestionContent } from '@/domain/questions/input'
import { noteVisibleChange } from '@/domain/questions/version-commands'
import { Refusal } from '@/lib/errors'
import { type Hold, keepHold, letGo, passOn } from '../holds/hold-commands'
import { firstRows, nextRows } from '../holds/pace'
import { timedWrite } from '../holds/paced-commands'
import { type Editor, getImport, type Import } from '../queries'
import { printIn } from '../staged'
import { addQuestions } from './add-commands'
import { madeQuestion } from './made-question'
import { type Added, type Bringing, type Child, type GroupPlace, groupPlaces } from './new-rows'
import { type Replacing, replaceVersions } from './replace-commands'

const idsAtOnce = 300

/** One at a time: of two files that bring the same question, the second must see what the first has brought. */
export async function requireAlone(tx: Handle, { id, subjectSlug }: Pick<Import, 'id' | 'subjectSlug'>) {
  const others = and(
    eq(imports.subjectSlug, subjectSlug),
    inArray(imports.status, ['bringing', 'committing']),
    ne(imports.id, id),
  )
  if ((await tx.$count(imports, others)) > 0) throw new Refusal('import-busy')
}

/** Sets a commit off. @throws Refusal `not-found`, `import-unclear` while the file as a whole is, `import-busy` when not ready */
export async function startCommit(editor: Editor, id: string): Promise<void> {
  const { counts, findings, subjectSlug } = await getImport(editor, id)
  if (findings.some((one) => one.severity === 'error')) throw new Refusal('import-unclear')
  const of = counts.byAction.add + counts.byAction.version
  await write(async (tx) => {
    await requireAlone(tx, { id, subjectSlug })
    await passOn(tx, id, ['ready'], { status: 'committing', done: 0, of })
  })
}

const columns = {
  position: importItems.position,
  content: importItems.content,
  subjectSlug: importItems.subjectSlug,
  chapterKey: importItems.chapterKey,
  section: importItems.section,
  questionId: importItems.questionId,
  touched: importItems.touched,
  identity: importItems.identity,
  stemHash: importItems.stemHash,
  contentHash: importItems.contentHash,
  keyHash: importItems.keyHash,
  bands: importItems.bands,
}

/** Some of the items that are to be added, or to be versions, from a position on. */
function listItems(importId: string, action: 'add' | 'version', { after, limit }: { after: number; limit: number }) {
  const mine = and(
    eq(importItems.importId, importId),
    eq(importItems.action, action),
    gt(importItems.position, after),
    // What has been brought in already keeps no content here.
    isNotNull(importItems.content),
  )
  // Drafts are large, and wanted for ids of versions alone.
  const wanted = { ...columns, draft: action === 'version' ? importItems.draft : sql<null>`null` }
  return db().select(wanted).from(importItems).where(mine).orderBy(asc(importItems.position)).limit(limit)
}
type Item = Awaited<ReturnType<typeof listItems>>[number]

function addedOf(item: Item, places: ReadonlyMap<string, GroupPlace>): Added | null {
  const { content, questionId, section, subjectSlug, chapterKey } = item
  const print = printIn(item)
  if (!content || !questionId || !print) return null
  const group = places.get(questionId) ?? null
  const made = madeQuestion(content, questionId)
  return { made, versionId: orderedId(), subjectSlug, chapterKey, section: sectionOf(section, content), print, group }
}

/** A type that the paper has no section for is in the bank under its own name, and set by no paper. */
export const sectionOf = (section: string | null, { type }: Pick<QuestionContent, 'type'>) => section ?? type

const added = (items: readonly Item[], places: ReadonlyMap<string, GroupPlace>) =>
  items.flatMap((item) => addedOf(item, places) ?? [])

/** Our own id is none that a file gave: the question is known by it anyway. */
const replacing = (items: readonly Item[]): Replacing[] =>
  items.flatMap((item) => {
    const { content, questionId, section, chapterKey, position } = item
    const print = printIn(item)
    if (!content || !questionId || !print) return []
    const given = item.draft?.externalId && item.draft.externalId.source !== 'yilian'
    const version = { questionId, versionId: orderedId(), chapterKey, section: sectionOf(section, content), content }
    return [{ ...version, position, givenIdentity: given ? print.identity : null }]
  })

async function placesOf(importId: string) {
  const rows = await db()
    .select({ groupId: importItems.groupId, questionId: importItems.questionId, action: importItems.action })
    .from(importItems)
    .where(
      and(
        eq(importItems.importId, importId),
        isNotNull(importItems.groupId),
        inArray(importItems.action, ['add', 'version', 'same']),
      ),
    )
    .orderBy(asc(importItems.position))
  const children: Child[] = rows.map(({ groupId, questionId, action }) => ({
    groupId: groupId ?? '',
    questionId,
    isNew: action === 'add',
  }))
  const old = children.flatMap((one) => (one.isNew || one.questionId === null ? [] : [one.questionId]))
  const known = new Map<string, { groupId: string | null }>()
  for (let at = 0; at < old.length; at += idsAtOnce) {
    const some = await db()
      .select({ id: questions.id, groupId: questions.groupId })
      .from(questions)
      .where(inArray(questions.id, old.slice(at, at + idsAtOnce)))
    for (const { id, groupId } of some) known.set(id, { groupId })
  }
  return groupPlaces(children, known, (groupId) => `${importId}:${groupId}`)
}

type Nameable = { identity: string | null; contentHash: string | null; subjectSlug: string; touched: boolean }
export type KnownNow<T> = { item: T; questionId: string; action: 'same' | 'wait' }

/** What the bank has got since the file was read, and nobody has decided upon: it is not added again. */
export async function findKnown<T extends Nameable>(
  tx: Handle,
  importId: string,
  items: readonly T[],
): Promise<KnownNow<T>[]> {
  const open = items.filter((item) => !item.touched && item.identity !== null)
  const { identity, subjectSlug, contentHash, questionId } = questionPrints
  // Subject by subject: the index begins with it.
  const among = [...new Set(open.map((item) => item.subjectSlug))].map((subject) =>
    and(
      eq(subjectSlug, subject),
      inArray(
        identity,
        open.flatMap((item) => (item.subjectSlug === subject && item.identity !== null ? [item.identity] : [])),
      ),
    ),
  )
  if (among.length === 0) return []
  const rows = await tx
    .select({ identity, subjectSlug, contentHash, questionId })
    .from(questionPrints)
    .where(and(or(...among), or(isNull(questionPrints.importId), ne(questionPrints.importId, importId))))
  const there = new Map(rows.map((row) => [`${row.subjectSlug}/${row.identity}`, row]))
  return open.flatMap((item) => {
    const print = there.get(`${item.subjectSlug}/${item.identity}`)
    if (!print) return []
    return [{ item, questionId: print.questionId, action: print.contentHash === item.contentHash ? 'same' : 'wait' }]
  })
}

async function settleKnown(tx: Handle, importId: string, items: readonly Item[]) {
  const known = await findKnown(tx, importId, items)
  for (const { item, questionId, action } of known)
    await tx
      .update(importItems)
      .set({ action, questionId })
      .where(and(eq(importItems.importId, importId), eq(importItems.position, item.position)))
  return known
}

/** The new questions: hidden until the import is committed. @returns how many items are done, and what was known by then */
async function addAll(hold: Hold, bringing: Bringing, before: number) {
  const places = await placesOf(hold.importId)
  const settled = { same: 0, wait: 0 }
  let [done, after, limit] = [before, -1, firstRows]
  for (;;) {
    const items = await listItems(hold.importId, 'add', { after, limit })
    const last = items.at(-1)
    if (!last) return { done, settled }
    const { value: known, ms } = await timedWrite(async (tx) => {
      await keepHold(tx, hold, { done: done + items.length })
      const found = await settleKnown(tx, hold.importId, items)
      const there = new Set(found.map((one) => one.item))
      const fresh = items.filter((item) => !there.has(item))
      await addQuestions(tx, added(fresh, places), bringing)
      return found
    })
    for (const { action } of known) settled[action]++
    done += items.length
    after = last.position
    limit = nextRows(limit, ms)
    await hold.pause()
  }
}

/** What was known by the time it was to be added, though the file's reading had not seen it. */
export type Settled = { same: number; wait: number }
const nothing = { done: 0, settled: { same: 0, wait: 0 } }

/** The flip: from here on everybody sees what the import brought. */
async function finish(tx: Handle, hold: Hold, { row, settled }: { row: Import; settled: Settled }) {
  const now = hold.clock()
  const { byAction } = row.counts
  const { same, wait } = settled
  const actions = {
    ...byAction,
    add: byAction.add - same - wait,
    same: byAction.same + same,
    wait: byAction.wait + wait,
  }
  const counts = { ...row.counts, byAction: actions }
  await letGo(tx, hold, { status: 'committed', committedAt: now, counts, done: row.of })
  await tx.delete(mediaUses).where(eq(mediaUses.owner, `import:${row.id}`))
  const details = { added: actions.add, versions: actions.version, subject: row.subjectSlug }
  await audit(tx, { actorId: row.userId, action: 'import.committed', target: `import:${row.id}`, details }, now)
}

/**
 * Writes what was decided upon: new questions in short transactions, which nobody sees yet, then new versions of what is
 * there, the last of them together with the flip. Killed before it, all of it is swept.
 * @param before what has been brought in already, where the file was read and committed at once
 */
export async function commitImport(hold: Hold, row: Import, before = nothing): Promise<void> {
  const bringing = { importId: row.id, userId: row.userId, now: hold.clock() }
  const { done: ofAdded, settled: late } = await addAll(hold, bringing, before.done)
  const settled = { same: before.settled.same + late.same, wait: before.settled.wait + late.wait }
  let done = ofAdded
  const changed = new Set<string>()
  for (let [after, limit, finished] = [-1, firstRows, false]; !finished; ) {
    const items = await listItems(hold.importId, 'version', { after, limit })
    const last = items.at(-1)
    finished = items.length < limit
    done += items.length
    const { ms } = await timedWrite(async (tx) => {
      await keepHold(tx, hold, { done })
      for (const slug of await replaceVersions(tx, replacing(items), bringing)) changed.add(slug)
      if (!finished) return
      await noteVisibleChange(tx, changed, bringing.now)
      await finish(tx, hold, { row, settled })
    })
    after = last?.position ?? after
    limit = nextRows(limit, ms)
    await hold.pause()
  }
}
