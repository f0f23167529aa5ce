import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { questions, questionVersions, users } from '@/db/schema'
import { getAttemptState } from '@/domain/attempts/queries'
import { startAttempt } from '@/domain/attempts/start-commands'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { getSubject } from '@/domain/exams/queries'
import { moveQuestion } from '@/domain/question-desk/state-commands'
import { createGuest } from '@/domain/users/commands'
import { storedSets } from '../support/days'
import { contentsOfStore, editQuestion, getQuestion, versionsOf } from '../support/tables'
import { restemmed, teaCopy, without, withQuestion } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
const later = new Date('2030-02-01T17:00:00Z')
const nothing = { added: 0, versions: 0, restored: 0, retired: 0, conflicts: [] }

const stemsOf = async (id: string) => (await versionsOf(id)).map(({ content }) => content.stem)
const revisionOf = async (subject: string) => (await getSubject(subject)).bankRevision

test('seeding the same files again changes nothing at all', async () => {
  const files = teaCopy('again')
  expect(await seedExam(files, now)).toEqual({ ...nothing, added: 17 })
  const before = await contentsOfStore()
  expect(await seedExam(files, later)).toEqual(nothing)
  expect(await contentsOfStore()).toEqual(before)
})

test('a changed file makes a new version, and keeps the old one', async () => {
  const [files, id] = [teaCopy('changed'), 'changed-choice-001']
  await seedExam(files, now)
  expect(await seedExam(restemmed(files, id, 'Which leaf now?'), later)).toEqual({ ...nothing, versions: 1 })
  expect(await stemsOf(id)).toEqual([`Which leaf? (choice-001)`, 'Which leaf now?'])
  const versions = await versionsOf(id)
  expect((await getQuestion(id)).currentVersionId).toBe(versions[1]?.id)
})

test('what an editor changed while the file did not stays as the editor left it', async () => {
  const [files, id] = [teaCopy('edited'), 'edited-choice-001']
  await seedExam(files, now)
  const [seeded] = await versionsOf(id)
  if (!seeded) throw new Error('not seeded')
  await editQuestion(id, { ...seeded.content, stem: 'As the editor has it' }, 2)
  const before = await contentsOfStore()
  expect(await seedExam(files, later)).toEqual(nothing)
  expect(await contentsOfStore()).toEqual(before)
})

test('what waits for a person is set once that person has published it, and the next seed leaves it so', async () => {
  const [name, id] = ['confirmed', 'confirmed-choice-001']
  const waiting = (files: ReturnType<typeof teaCopy>) =>
    withQuestion(files, id, (question) => ({ ...question, reviewNeeded: true }))
  const files = waiting(teaCopy(name))
  await seedExam(files, now)
  expect((await getQuestion(id)).status).toBe('review')
  const reviewer = { id: randomUUID(), role: 'reviewer' as const, subjects: null }
  await write((tx) => tx.insert(users).values({ ...reviewer, kind: 'member', email: 'r@example.com', createdAt: now }))
  await moveQuestion({ user: reviewer, approvesOwn: false }, { id, move: 'publish' }, now)
  expect(await seedExam(files, later)).toEqual(nothing)
  expect((await getQuestion(id)).status).toBe('published')
  await buildSets(name, '2030-01-20', now)
  expect((await storedSets(name)).flatMap((set) => set.ids)).toContain(id)
  // Another text is not what was confirmed.
  await seedExam(waiting(restemmed(files, id, 'Which leaf now?')), later)
  expect((await getQuestion(id)).status).toBe('review')
})

test('what an editor changed and the file too is told as a conflict, and nothing is done to it', async () => {
  const [files, id] = [teaCopy('conflict'), 'conflict-choice-001']
  await seedExam(files, now)
  const [seeded] = await versionsOf(id)
  if (!seeded) throw new Error('not seeded')
  await editQuestion(id, { ...seeded.content, stem: 'As the editor has it' }, 2)
  const before = await contentsOfStore()
  const changed = restemmed(files, id, 'As the file has it')
  expect(await seedExam(changed, later)).toEqual({ ...nothing, conflicts: [id] })
  expect(await contentsOfStore()).toEqual(before)
  // It is told again until somebody settles it.
  expect((await seedExam(changed, later)).conflicts).toEqual([id])
})

test('what has gone from the files is retired, and comes back with them; its versions and answers stay', async () => {
  const files = teaCopy('gone', { choice: 2 })
  const id = 'gone-choice-001'
  await seedExam(files, now)
  const userId = await createGuest('token of gone', 'address of gone', now)
  const attempt = randomUUID()
  await startAttempt(userId, { id: attempt, mode: 'daily', subject: 'gone', feedback: 'each' }, { now, seed: '' })
  expect(await seedExam(without(files, id), later)).toEqual({ ...nothing, retired: 1 })
  expect((await getQuestion(id)).status).toBe('retired')
  expect(await versionsOf(id)).toHaveLength(1)
  const { questions: shown } = await getAttemptState(userId, attempt)
  expect(shown.find((one) => one.id === id)?.withdrawn).toBe(true)
  expect(await seedExam(without(files, id), later)).toEqual(nothing)
  expect(await seedExam(files, later)).toEqual({ ...nothing, restored: 1 })
  expect((await getQuestion(id)).status).toBe('published')
  expect(await versionsOf(id)).toHaveLength(1)
})

test('one question that cannot be stored undoes the whole seed', async () => {
  await seedExam(teaCopy('whole'), now)
  const before = await contentsOfStore()
  const files = restemmed(teaCopy('whole', { choice: 9 }), 'whole-choice-001', 'Changed')
  const broken = { ...files, questions: files.questions.map((one) => ({ ...one })) }
  const last = broken.questions.at(-1)
  if (last) last.subject = 'no-such-subject'
  if (last) last.id = 'whole-broken'
  await expect(seedExam(broken, later)).rejects.toThrow()
  expect(await contentsOfStore()).toEqual(before)
})

test('the revision of a bank counts the seeds that changed it, and no others', async () => {
  const files = teaCopy('revision')
  await seedExam(files, now)
  const first = await revisionOf('revision')
  await seedExam(files, later)
  expect(await revisionOf('revision')).toBe(first)
  await seedExam(restemmed(files, 'revision-choice-001', 'Changed'), later)
  await seedExam(without(files, 'revision-choice-002'), later)
  expect(await revisionOf('revision')).toBe(first + 2)
})

test('the first day of a subject stays the day of its first seed', async () => {
  await seedExam(teaCopy('first'), now)
  await seedExam(teaCopy('first', { choice: 9 }), later)
  expect((await getSubject('first')).firstDay).toBe('2030-01-15')
})

test('two exams stand beside each other: seeding one leaves the other alone', async () => {
  await seedExam(teaCopy('one'), now)
  const before = await db().select().from(questions).where(eq(questions.subjectSlug, 'one'))
  expect(await seedExam(teaCopy('other'), later)).toEqual({ ...nothing, added: 17 })
  expect(await seedExam({ ...teaCopy('other'), questions: [] }, later)).toEqual({ ...nothing, retired: 17 })
  expect(await db().select().from(questions).where(eq(questions.subjectSlug, 'one'))).toEqual(before)
  expect((await db().select().from(questionVersions)).length).toBeGreaterThan(33)
})
