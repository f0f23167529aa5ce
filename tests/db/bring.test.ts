import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { orderedId } from '@/db/ordered-id'
import { importItems, questions } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { finding } from '@/domain/formats/findings'
import { Unreadable } from '@/domain/formats/reading'
import { listItems } from '@/domain/imports/items/item-queries'
import { hiddenImports } from '@/domain/imports/queries'
import { understanding } from '@/domain/imports/understanding'
import { csvOf, stems } from '../support/imports'
import { bankSnapshot } from '../support/snapshot'
import { brought, staged, undone } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const subject = 'brought'
beforeAll(() => seedExam(teaCopy(subject, { choice: 6 }), new Date('2030-01-15T17:00:00Z')))

const rows = (count: number, from: number) => stems(count, from).map((stem) => ({ stem }))
const itemsOf = (importId: string) =>
  db().select().from(importItems).where(eq(importItems.importId, importId)).orderBy(asc(importItems.position))

test('what is brought in at once is in the bank as a commit would have it, and its list shows it', async () => {
  const before = await bankSnapshot()
  const one = await brought(subject, csvOf(rows(450, 0)), { partial: false })
  expect(one).toMatchObject({ status: 'committed', done: 450, of: 450, counts: { byAction: { add: 450 } } })
  const items = await itemsOf(one.id)
  expect(items.map(({ position }) => position)).toEqual([...items.keys()].map((index) => (index + 1) * 64))
  const [first] = (await listItems(null, one.id, {})).items
  expect(first).toMatchObject({
    draft: { stem: stems(1)[0] },
    question: { stem: { html: expect.stringContaining('的意思是') } },
  })

  // The same file again, read by the other way, knows every question.
  expect((await staged(subject, csvOf(rows(450, 0)))).counts.byAction).toMatchObject({ same: 450, add: 0 })
  expect(await undone(one.id)).toMatchObject({ undoing: { deleted: 450, left: 0 } })
  expect(await bankSnapshot()).toEqual(before)
})

test('new versions, case groups and what waits come as they do from the desk', async () => {
  const [known = ''] = stems(1, 2000)
  const first = await brought(subject, csvOf([{ stem: known }]), { partial: false })
  const [{ questionId } = { questionId: null }] = await itemsOf(first.id)
  const material = '一位老人独居多年，社区社工上门探访，与他建立了关系。'
  const group = (stem: string) => `${stem},甲,乙,丙,A,见教材。,g1,${material}`
  const table = [
    '题干,选项A,选项B,选项C,答案,解析,材料编号,材料',
    ...csvOf([{ stem: known, explanation: '改过的解析。' }, { stem: stems(1, 2001)[0] ?? '' }])
      .split('\n')
      .slice(1)
      .map((line) => `${line},,`),
    group('社工首先应当做什么'),
    group('社工接着应当做什么'),
  ].join('\n')
  const one = await brought(subject, table, { partial: false })
  expect(one.counts.byAction).toMatchObject({ version: 1, add: 3 })
  const items = await itemsOf(one.id)
  expect(items[0]).toMatchObject({ action: 'version', questionId, before: { versionId: expect.any(String) } })
  const ids = items.slice(2).map((item) => item.questionId ?? '')
  for (const [index, id] of ids.entries()) {
    const [row] = await db().select().from(questions).where(eq(questions.id, id))
    expect(row).toMatchObject({ groupIndex: index + 1, groupOf: 2, leads: index === 0 })
  }
  expect(await undone(one.id)).toMatchObject({ undoing: { deleted: 3, restored: 1 } })
})

test('an error far down takes all of it back, and nobody has seen any of it', async () => {
  const before = await bankSnapshot()
  const faulty = csvOf([...rows(420, 3000), { stem: stems(1, 4000)[0] ?? '', key: 'E' }])
  let seen = 0
  const pause = async () => {
    const bank = await db().$count(questions)
    if (bank > before.questions.length) seen = (await hiddenImports()).length
  }
  const one = await brought(subject, faulty, { partial: false, pause })
  expect(seen).toBe(1)
  expect(one).toMatchObject({ status: 'failed', counts: { questions: 421, errors: 1 } })
  expect(await hiddenImports()).toEqual([])
  expect(await bankSnapshot()).toEqual(before)
  expect(await brought(subject, faulty, { partial: true })).toMatchObject({
    ...{ status: 'committed', counts: { errors: 1, byAction: { add: 420, wait: 1 } } },
  })
})

test('a file that breaks its reader halfway leaves nothing of itself', async () => {
  const before = await bankSnapshot()
  const whole = understanding(orderedId)
  let judged = 0
  const work = {
    ...whole,
    judge: async (stored: Parameters<typeof whole.judge>[0]) => {
      if (++judged > 1) throw new Unreadable(finding('FILE_UNSAFE', {}, { reason: 'limits' }))
      return whole.judge(stored)
    },
  }
  const one = await brought(subject, csvOf(rows(500, 8000)), { partial: true, work })
  expect(judged).toBe(2)
  expect(one).toMatchObject({ status: 'failed', holder: null, findings: [{ code: 'FILE_UNSAFE' }] })
  expect(await bankSnapshot()).toEqual(before)
})

test('a question that the bank gets while the file is read is not added again', async () => {
  const file = csvOf(rows(420, 6000))
  let once: Promise<unknown> | undefined
  // By the hand of an editor: another import of the subject waits its turn.
  const pause = async () => {
    const { createQuestion } = await import('@/domain/question-desk/create-commands')
    const desk = { user: { id: 'ed', role: 'admin' as const, subjects: null }, approvesOwn: true }
    const options = ['甲说', '乙说', '丙说'].map((who, at) => ({
      ...{ id: 'ABC'[at] ?? '', text: `${who}${stems(1, 6419)[0]}`, explanation: '' },
    }))
    const content = {
      ...{ type: 'single' as const, stem: stems(1, 6419)[0] ?? '', explanation: '', topics: [], difficulty: 3 },
      ...{ sources: [{ bank: '手写', place: '1' }], options, key: ['B'] },
    }
    once ??= createQuestion(desk, { subject, chapter: null, content }, new Date())
    await once
  }
  const one = await brought(subject, file, { partial: true, pause })
  expect(one.counts.byAction).toMatchObject({ add: 419, wait: 1 })
})
