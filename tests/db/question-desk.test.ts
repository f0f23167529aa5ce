import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, imports, questionLaws, questionPrints, questions, subjects, users } from '@/db/schema'
import type { AttemptState } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { addEdition } from '@/domain/laws/commands'
import { listBank } from '@/domain/question-desk/bank-queries'
import { createQuestion } from '@/domain/question-desk/create-commands'
import { editQuestion } from '@/domain/question-desk/edit-commands'
import { bankQuerySchema } from '@/domain/question-desk/input'
import { viewQuestion } from '@/domain/question-desk/queries'
import { moveQuestion, moveQuestions } from '@/domain/question-desk/state-commands'
import type { QuestionContent } from '@/domain/questions/input'
import { Refusal } from '@/lib/errors'
import { storedSets } from '../support/days'
import { getQuestion, versionsOf } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { guest } from '../support/world'

const day = '2030-01-15'
const now = new Date(`${day}T17:00:00Z`)

async function person(role: 'editor' | 'reviewer') {
  const id = randomUUID()
  await write((tx) => tx.insert(users).values({ id, kind: 'member', role, email: `${id}@example.com`, createdAt: now }))
  return { user: { id, role, subjects: null }, approvesOwn: false }
}
const revisionOf = async (slug: string) =>
  (await db().select().from(subjects).where(eq(subjects.slug, slug)))[0]?.bankRevision ?? 0
const refusalFrom = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : 'done'
}

const law = (name: string, edition = '2020-01-01') => ({
  ...{ law: name, edition, article: 'Article 1', quote: 'Tea is a leaf.' },
})
const content = (stem: string, more: object = {}): QuestionContent => ({
  ...{ type: 'single', stem, explanation: '', topics: [], difficulty: 2, key: ['A'] },
  options: ['A', 'B', 'C'].map((id) => ({ id, text: `Leaf ${id}`, explanation: '' })),
  sources: [{ theory: 'Leaves', author: 'A. Taster', idea: 'Leaves are green' }],
  ...more,
})

async function publishedIn(subject: string, what: QuestionContent) {
  const [editor, reviewer] = [await person('editor'), await person('reviewer')]
  const { id } = await createQuestion(editor, { subject, chapter: 'leaves', content: what }, now)
  await moveQuestion(editor, { id, move: 'submit' }, now)
  await moveQuestion(reviewer, { id, move: 'publish' }, now)
  return { id, editor, reviewer }
}

test('every change that candidates could see counts, and no other', async () => {
  await seedExam(teaCopy('assam'), now)
  const [editor, reviewer] = [await person('editor'), await person('reviewer')]
  const steps: [string, () => Promise<unknown>, number][] = []
  const made = await createQuestion(editor, { subject: 'assam', chapter: null, content: content('Which?') }, now)
  const { id } = made
  const base = async () => (await viewQuestion(editor, id)).base
  const edit = async (change: object) => editQuestion(editor, id, { ...change, base: await base() }, now)
  steps.push(['an edit of a draft', () => edit({ difficulty: 3 }), 0])
  steps.push(['handing in', () => moveQuestion(editor, { id, move: 'submit' }, now), 0])
  steps.push(['publishing', () => moveQuestion(reviewer, { id, move: 'publish' }, now), 1])
  steps.push(['an edit of what is published', () => edit({ content: content('Which one?') }), 0])
  steps.push(['handing that in', () => moveQuestion(editor, { id, move: 'submit' }, now), 0])
  steps.push(['publishing that', () => moveQuestion(reviewer, { id, move: 'publish' }, now), 1])
  steps.push(['another chapter', () => edit({ chapter: 'water' }), 1])
  steps.push(['retiring', () => moveQuestion(editor, { id, move: 'retire' }, now), 1])
  steps.push(['what is refused', () => refusalFrom(moveQuestion(editor, { id, move: 'retire' }, now)), 0])
  for (const [words, step, counts] of steps) {
    const before = await revisionOf('assam')
    await step()
    expect([words, (await revisionOf('assam')) - before]).toEqual([words, counts])
  }
  expect((await versionsOf(id)).map((one) => one.number)).toEqual([1, 2, 3])
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `question:${id}`))
  expect(noted.map((one) => one.action).sort()).toEqual(
    [...['created', 'edited', 'edited', 'moved', 'published', 'published', 'retired', 'submitted', 'submitted']].map(
      (verb) => `question.${verb}`,
    ),
  )
})

test('sets are made of what is published, in the version that is', async () => {
  await seedExam(teaCopy('ceylon', { choice: 2 }), now)
  const { id, editor } = await publishedIn('ceylon', content('A published one?'))
  const draft = (await createQuestion(editor, { subject: 'ceylon', chapter: null, content: content('A draft?') }, now))
    .id
  const { base } = await viewQuestion(editor, id)
  await editQuestion(editor, id, { content: content('Not yet published?'), base }, now)
  await buildSets('ceylon', addDays(day, 6), now)
  const used = (await storedSets('ceylon')).flatMap((set) => set.ids)
  expect(used).toContain(id)
  expect(used).not.toContain(draft)
  const [first] = await versionsOf(id)
  expect((await getQuestion(id)).currentVersionId).toBe(first?.id)
})

test('of two changes of the same version one is stale', async () => {
  await seedExam(teaCopy('nepal'), now)
  const { id, editor, reviewer } = await publishedIn('nepal', content('Whose change counts?'))
  const { base } = await viewQuestion(editor, id)
  const outcomes = await Promise.all(
    [editor, reviewer, editor].map((desk, n) =>
      refusalFrom(editQuestion(desk, id, { content: content(`Change ${n}?`), base }, now)),
    ),
  )
  expect(outcomes.sort()).toEqual(['done', 'stale', 'stale'])
  expect(await versionsOf(id)).toHaveLength(2)
})

test('a question rests on the law of the version that is set, until the next one is published', async () => {
  await seedExam(teaCopy('kenya'), now)
  const { id, editor, reviewer } = await publishedIn('kenya', content('By which law?', { sources: [law('Kenya Act')] }))
  const edition = (of: string, effectiveOn: string) =>
    addEdition('ana', { law: 'Kenya Act', title: 'Kenya Act', edition: of, effectiveOn, endsOn: null }, now)
  await edition('2020-01-01', '2020-03-01')
  expect(await getQuestion(id)).toMatchObject({ inForceFrom: '2020-03-01', inForceUntil: '9999-12-31' })
  await edition('2030-01-01', '2030-06-01')
  const { base } = await viewQuestion(editor, id)
  const renewed = content('By which law?', { sources: [law('Kenya Act', '2030-01-01')] })
  await editQuestion(editor, id, { content: renewed, base }, now)
  expect(await getQuestion(id)).toMatchObject({ inForceFrom: '2020-03-01', inForceUntil: '2030-06-01' })
  await moveQuestion(editor, { id, move: 'submit' }, now)
  await moveQuestion(reviewer, { id, move: 'publish' }, now)
  expect(await getQuestion(id)).toMatchObject({ inForceFrom: '2030-06-01', inForceUntil: '9999-12-31' })
  const laws = await db().select().from(questionLaws).where(eq(questionLaws.questionId, id))
  expect(laws.map((one) => one.edition)).toEqual(['2030-01-01'])
})

test('a question is recognised by its newest version; an id that a file gave stays', async () => {
  await seedExam(teaCopy('sikkim'), now)
  const editor = await person('editor')
  const { id } = await createQuestion(editor, { subject: 'sikkim', chapter: null, content: content('Old words?') }, now)
  const printOf = async () =>
    (await db().select().from(questionPrints).where(eq(questionPrints.questionId, id)))[0] ?? {
      identity: '',
      stemHash: '',
    }
  const before = await printOf()
  const edit = async (stem: string) =>
    editQuestion(editor, id, { content: content(stem), base: (await viewQuestion(editor, id)).base }, now)
  await edit('New words?')
  const after = await printOf()
  expect(after.stemHash).not.toBe(before.stemHash)
  expect(after.identity).not.toBe(before.identity)
  await write((tx) => tx.update(questionPrints).set({ identity: 'i:given' }).where(eq(questionPrints.questionId, id)))
  await edit('Newer words?')
  expect((await printOf()).identity).toBe('i:given')
})

test('what an import is just bringing is nobody’s to see', async () => {
  await seedExam(teaCopy('java'), now)
  const editor = await person('editor')
  const { id } = await createQuestion(
    editor,
    { subject: 'java', chapter: null, content: content('Hidden words?') },
    now,
  )
  const importId = randomUUID()
  await write(async (tx) => {
    const counts = { questions: 1, byType: {}, errors: 0, warnings: 0, duplicates: 0, byFinding: {} }
    const byAction = { add: 1, version: 0, same: 0, skip: 0, wait: 0 }
    await tx.insert(imports).values({
      ...{ id: importId, subjectSlug: 'java', fileName: 'a.csv', fileHash: 'x', fileBytes: 1, status: 'committing' },
      ...{ mapping: {}, tables: [], findings: [], counts: { ...counts, byAction }, createdAt: now },
    })
    await tx.update(questions).set({ importId }).where(eq(questions.id, id))
  })
  const seen = async (more: object) => {
    const query = bankQuerySchema.parse({ subject: 'java', ...more })
    return (await listBank(editor.user, query, now)).items.some((one) => one.id === id)
  }
  expect([await seen({}), await seen({ q: 'Hidden' }), await seen({ import: importId })]).toEqual([false, false, false])
  expect(await refusalFrom(viewQuestion(editor, id))).toBe('not-found')
  const { refused } = await moveQuestions(editor, { ids: [id], move: 'submit' }, now)
  expect(refused).toEqual([{ id, code: 'not-found' }])
  await write((tx) => tx.update(imports).set({ status: 'committed' }).where(eq(imports.id, importId)))
  expect([await seen({}), await seen({ q: 'Hidden' }), await seen({ import: importId })]).toEqual([true, true, true])
})

test('a team of one approves what it wrote, straight from the draft', async () => {
  await seedExam(teaCopy('china'), now)
  const alone = { ...(await person('reviewer')), approvesOwn: true }
  const { id } = await createQuestion(alone, { subject: 'china', chapter: null, content: content('Mine?') }, now)
  expect(await moveQuestion(alone, { id, move: 'publish' }, now)).toMatchObject({ status: 'published' })
})

test('an attempt goes by the version that it began with, though the question has another type and key since', async () => {
  await seedExam(teaCopy('hunan', { choice: 1, several: 0, claims: 0, blanks: 0, numbers: 0, report: 0 }), now)
  const { id, editor, reviewer } = await publishedIn('hunan', content('Which is oldest?'))
  const browser = await guest()
  const begin = { id: randomUUID(), mode: 'chapter', chapter: 'leaves', subject: 'hunan', feedback: 'end' }
  const started = (await browser.post<AttemptState>('/attempts', begin)).body
  expect(started.questions.find((one) => one.id === id)).toMatchObject({ type: 'single', points: 3 })
  const { base } = await viewQuestion(editor, id)
  const { options: _, key: __, ...rest } = content('Which is oldest, and why?') as Record<string, unknown>
  const points = [{ id: 'p1', text: 'Age', points: 9 }]
  const essay = { ...rest, type: 'essay', modelAnswer: 'The oldest.', markingPoints: points } as QuestionContent
  await editQuestion(editor, id, { content: essay, base }, now)
  await moveQuestion(editor, { id, move: 'submit' }, now)
  await moveQuestion(reviewer, { id, move: 'publish' }, now)
  const path = `/attempts/${started.id}`
  const answer = { answer: { choices: ['A'] }, spentMs: 1000 }
  const reply = await browser.put<object>(`${path}/answers/${id}`, answer)
  expect([reply.status, reply.body]).toEqual([200, { saved: true }])
  const after = (await browser.get<AttemptState>(path)).body
  expect(after.questions.find((one) => one.id === id)).toMatchObject({ type: 'single', points: 3 })
  await browser.post(`${path}/finish`)
  const told = (await browser.get<AttemptState>(path)).body.answers.find((one) => one.questionId === id)
  expect(told?.feedback).toMatchObject({ verdict: 'right', score: 3, key: ['A'] })
})
