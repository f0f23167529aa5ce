import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { dailySetItems, dailySets, favourites, importItems, questions, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { findSetItems } from '@/domain/daily/queries'
import { daysFrom } from '@/domain/exams/day'
import { getImport } from '@/domain/imports/queries'
import { editQuestion } from '@/domain/question-desk/edit-commands'
import { viewQuestion } from '@/domain/question-desk/queries'
import { moveQuestions } from '@/domain/question-desk/state-commands'
import { csvOf, stems } from '../support/imports'
import { bankSnapshot } from '../support/snapshot'
import { commit, committed, staged, undone } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const now = new Date('2030-01-15T17:00:00Z')
const subject = 'undone'
const desk = { user: { id: 'ed', role: 'admin' as const, subjects: null }, approvesOwn: true }
beforeAll(() => seedExam(teaCopy(subject, { choice: 6 }), now))

const rows = (count: number, from: number) => stems(count, from).map((stem) => ({ stem }))
const idsOf = async (importId: string) =>
  (await db().select().from(importItems).where(eq(importItems.importId, importId)).orderBy(importItems.position)).map(
    (one) => one.questionId ?? '',
  )
const find = async (id: string) => (await db().select().from(questions).where(eq(questions.id, id)))[0]
const publish = (ids: string[]) => moveQuestions(desk, { ids, move: 'publish' }, now)

async function favour(questionId: string) {
  const userId = randomUUID()
  await write(async (tx) => {
    await tx.insert(users).values({ id: userId, kind: 'guest', createdAt: now })
    await tx.insert(favourites).values({ userId, questionId, createdAt: now })
  })
}

test('undoing takes away what nobody has met, retires what was set or kept, and leaves what was edited since', async () => {
  const { id } = await committed(subject, csvOf(rows(5, 0)))
  const [set = '', kept = '', edited = '', published = '', untouched = ''] = await idsOf(id)
  await publish([set, kept, published])
  const setId = randomUUID()
  await write(async (tx) => {
    await tx.insert(dailySets).values({ id: setId, subjectSlug: subject, day: '2029-01-01', createdAt: now })
    await tx.insert(dailySetItems).values({ setId, position: 0, questionId: set })
  })
  await favour(kept)
  const { base, current } = await viewQuestion(desk, edited)
  await editQuestion(desk, edited, { base, content: { ...current.content, stem: '改写过的题干在这里。' } }, now)
  expect(await undone(id)).toMatchObject({
    status: 'undone',
    undoing: { deleted: 2, retired: 2, restored: 0, left: 1 },
  })
  expect(await find(set)).toMatchObject({ status: 'retired', retiredBy: 'editor' })
  expect(await find(kept)).toMatchObject({ status: 'retired' })
  expect(await find(edited)).toMatchObject({ status: 'draft' })
  expect([await find(published), await find(untouched)]).toEqual([undefined, undefined])
})

test('undoing brings back versions, standing and prints exactly: of drafts, of published ones, and of one that was published since', async () => {
  const old = rows(3, 100)
  const [draft = '', open = '', taken = ''] = await idsOf((await committed(subject, csvOf(old))).id)
  await publish([open, taken])
  const before = await bankSnapshot()
  const changed = old.map((row) => ({ ...row, explanation: '新的解析。' }))
  const { id } = await committed(subject, csvOf(changed))
  expect(await find(draft)).toMatchObject({ status: 'draft', nextVersionId: null })
  expect(await find(open)).toMatchObject({ status: 'published', nextStatus: 'draft' })
  await publish([taken])
  expect(await find(taken)).toMatchObject({ status: 'published', nextVersionId: null })
  expect((await staged(subject, csvOf(changed))).counts.byAction).toMatchObject({ same: 3 })
  expect(await undone(id)).toMatchObject({ undoing: { restored: 3, left: 0 } })
  const after = await bankSnapshot()
  const bare = (rows: typeof after.questions) => rows.map(({ updatedAt: _, ...row }) => row)
  expect({ ...after, questions: bare(after.questions) }).toEqual({ ...before, questions: bare(before.questions) })
  expect((await staged(subject, csvOf(old))).counts.byAction).toMatchObject({ same: 3 })
})

test('a version of somebody else, made since, stays as it is', async () => {
  const old = rows(1, 200)
  const [one = ''] = await idsOf((await committed(subject, csvOf(old))).id)
  await publish([one])
  const { id } = await committed(subject, csvOf(old.map((row) => ({ ...row, explanation: '第二版。' }))))
  const { base, next } = await viewQuestion(desk, one)
  if (!next) throw new Error('no version waits')
  await editQuestion(desk, one, { base, content: { ...next.content, explanation: '第三版。' } }, now)
  const before = await bankSnapshot()
  expect(await undone(id)).toMatchObject({ undoing: { restored: 0, left: 1 } })
  expect(await bankSnapshot()).toEqual(before)
})

test('one of two files that were read before either was committed adds nothing', async () => {
  const file = csvOf(rows(3, 300))
  const [a, b] = [await staged(subject, file), await staged(subject, file)]
  expect(b.counts.byAction.add).toBe(3)
  await commit(a.id)
  await commit(b.id)
  expect((await getImport(null, b.id)).counts.byAction).toMatchObject({ add: 0, same: 3 })
  expect(await db().$count(questions, eq(questions.importId, b.id))).toBe(0)
})

test('a type that the paper has no section for comes in all the same', async () => {
  const file = '题型,题干,答案\n简答题,社区工作的三个步骤是什么？,接触；评估；行动\n单选题,没有选项的一道题目在这里,B'
  const subject = 'no-essays'
  const { exam, ...files } = teaCopy(subject, { choice: 6 })
  const papers = exam.papers.map((paper) => ({
    ...paper,
    sections: paper.sections.filter((one) => one.type !== 'essay'),
    daily: { ...paper.daily, sections: paper.daily.sections.filter((one) => one.section !== 'report') },
  }))
  const rest = files.questions.filter((one) => one.content.type !== 'essay')
  await seedExam({ ...files, exam: { ...exam, papers }, questions: rest }, now)
  const { id, counts } = await committed(subject, file)
  expect(counts).toMatchObject({ byAction: { add: 1, wait: 1 }, byFinding: { SECTION_MISSING: 1 } })
  const [brought] = await db().select().from(questions).where(eq(questions.importId, id))
  expect(brought).toMatchObject({ type: 'essay', section: 'essay', status: 'draft' })
})

test('what an import brought and somebody published is in the coming set, and undoing takes it out of those after', async () => {
  const coming = 'coming'
  await seedExam(teaCopy(coming, { choice: 6 }), now)
  const { id } = await committed(coming, csvOf(rows(1, 900)))
  const [fresh = ''] = await idsOf(id)
  const setOn = async (day: string) => {
    await buildSets(coming, day, now)
    return findSetItems(coming, day)
  }
  expect(await setOn('2030-01-16'), 'a draft is in none').not.toContain(fresh)
  await publish([fresh])
  const round = await Promise.all(daysFrom('2030-01-17', '2030-01-26').map(setOn))
  expect(round.flat(), 'never used, so its turn comes').toContain(fresh)
  expect(await undone(id)).toMatchObject({ undoing: { deleted: 0, retired: 1 } })
  const after = await Promise.all(daysFrom('2030-01-27', '2030-02-10').map(setOn))
  expect(after.flat()).not.toContain(fresh)
})
