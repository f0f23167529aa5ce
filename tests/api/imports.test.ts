import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { ImportList } from '@/domain/imports/output'
import { act, csvOf, items, stems, upload, view } from '../support/imports'
import { teaCopy } from '../support/tea-copy'
import { type Member, member } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
let editor: Member
beforeAll(async () => {
  await seedExam(teaCopy('assam', { choice: 6 }), now)
  await seedExam(teaCopy('ceylon', { choice: 6 }), now)
  editor = await member({ role: 'editor', subjects: ['assam'] })
})

type Bank = { items: { id: string; status: string; nextStatus: string | null; stem: string }[] }
const brought = async (id: string) => (await editor.get<Bank>(`/questions?subject=assam&import=${id}`)).body.items
const rows = (count: number, from: number) => stems(count, from).map((stem) => ({ stem }))

test('a table is read, looked at, committed as drafts, and undone without a trace', async () => {
  const read = await upload(editor, 'assam', { name: '题库.csv', content: csvOf(rows(5, 0)) })
  expect(read).toMatchObject({
    ...{ status: 'ready', format: 'csv', fileName: '题库.csv', subject: 'assam' },
    counts: { questions: 5, byAction: { add: 5 }, errors: 0 },
  })
  const page = await items(editor, read.id)
  expect(page).toMatchObject({ total: 5, nextCursor: null })
  expect(page.items[0]).toMatchObject({ place: { line: 2 }, action: 'add', solution: { key: ['B'] }, target: null })
  expect(await brought(read.id)).toEqual([])
  const committed = await act(editor, read.id, 'commit')
  expect(committed).toMatchObject({ status: 'committed', committedAt: expect.any(String) })
  expect((await brought(read.id)).map((one) => one.status)).toEqual(Array(5).fill('draft'))
  const undone = await act(editor, read.id, 'undo')
  expect(undone).toMatchObject({ status: 'undone', undoing: { deleted: 5, retired: 0, restored: 0, left: 0 } })
  expect(await brought(read.id)).toEqual([])
})

test('the same file again adds nothing; an explanation that was mended is a new version; another key is asked about', async () => {
  const file = rows(4, 100)
  await act(editor, (await upload(editor, 'assam', { name: 'a.csv', content: csvOf(file) })).id, 'commit')
  const again = await upload(editor, 'assam', { name: 'a.csv', content: csvOf(file) })
  expect(again.counts.byAction).toMatchObject({ same: 4, add: 0, version: 0 })
  await act(editor, again.id, 'commit')
  expect(await brought(again.id)).toEqual([])
  const mended = file.map((row, index) =>
    index === 0 ? { ...row, explanation: '另有说明。' } : index === 1 ? { ...row, key: 'C' } : row,
  )
  const third = await upload(editor, 'assam', { name: 'b.csv', content: csvOf(mended) })
  expect(third.counts).toMatchObject({ byAction: { same: 2, version: 1, wait: 1 }, byFinding: { KEY_CONFLICT: 1 } })
  const [conflict] = (await items(editor, third.id, 'finding=KEY_CONFLICT')).items
  expect(conflict?.target?.difference.map((one) => one.part)).toContain('key')
  const decision = { items: [{ position: conflict?.position, action: 'version' }] }
  expect((await editor.patch(`/imports/${third.id}`, decision)).status).toBe(200)
  expect(await view(editor, third.id)).toMatchObject({ counts: { byAction: { version: 2, wait: 0 }, errors: 0 } })
  expect(await act(editor, third.id, 'commit')).toMatchObject({ status: 'committed' })
  const fourth = await upload(editor, 'assam', { name: 'b.csv', content: csvOf(mended) })
  expect(fourth.counts.byAction).toMatchObject({ same: 4 })
})

test('questions are mended, retyped, split, merged and left out by hand; counts follow', async () => {
  const file = rows(4, 200)
  const faulty = file.map((row, index) => (index === 0 ? { ...row, key: 'E' } : row))
  const { id, counts } = await upload(editor, 'assam', { name: 'c.csv', content: csvOf(faulty) })
  expect(counts).toMatchObject({ errors: 1, byAction: { wait: 1, add: 3 } })
  const [first, second, third, fourth] = (await items(editor, id)).items.map((one) => one.position)
  const change = async (...patches: object[]) =>
    (await editor.patch<{ code?: string }>(`/imports/${id}`, { items: patches })).status
  expect(await change({ position: first, draft: { choices: ['C'] } })).toBe(200)
  expect(await view(editor, id)).toMatchObject({ counts: { errors: 0, byAction: { add: 4, wait: 0 } } })
  expect(await change({ position: second, action: 'skip' })).toBe(200)
  expect(await change({ position: third, op: 'retype', type: 'essay' })).toBe(200)
  expect(await view(editor, id)).toMatchObject({
    counts: { byAction: { add: 3, skip: 1 }, byType: { essay: 1, single: 3 } },
  })
  expect(await change({ position: fourth, op: 'split', at: { stem: 6, option: 2 } })).toBe(200)
  expect((await view(editor, id)).counts.questions).toBe(5)
  const after = (await items(editor, id)).items
  expect(after.map((one) => one.draft.options.length)).toEqual([3, 3, 3, 2, 1])
  expect(await change({ position: after[4]?.position, op: 'merge' })).toBe(200)
  expect((await items(editor, id)).items[3]?.draft.options).toHaveLength(3)
  expect(await change({ position: 999_999, action: 'skip' })).toBe(404)
  const bulk = { bulk: { filter: {}, action: 'skip' } }
  expect((await editor.patch(`/imports/${id}`, bulk)).status).toBe(200)
  expect((await view(editor, id)).counts.byAction).toMatchObject({ skip: 4, add: 0 })
})

test('what cannot be read fails with a finding, and leaves no row', async () => {
  const broken = await upload(editor, 'assam', { name: 'x.xlsx', content: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 9]) })
  expect(broken).toMatchObject({ status: 'failed', counts: { questions: 0 }, findings: [{ severity: 'error' }] })
  expect((await items(editor, broken.id)).total).toBe(0)
})

test('imports are of the subjects that one cares for; others are not there', async () => {
  const { id } = await upload(editor, 'assam', { name: 'd.csv', content: csvOf(rows(1, 300)) })
  const stranger = await member({ role: 'editor', subjects: ['ceylon'] })
  for (const path of ['', '/items', '/sample']) expect((await stranger.get(`/imports/${id}${path}`)).status).toBe(404)
  for (const path of ['/commit', '/undo', '/submit'])
    expect((await stranger.post(`/imports/${id}${path}`, {})).status).toBe(404)
  expect((await stranger.delete(`/imports/${id}`)).status).toBe(404)
  expect((await stranger.get<ImportList>('/imports')).body.items).toEqual([])
  expect((await editor.get<ImportList>('/imports')).body.items.map((one) => one.id)).toContain(id)
  expect((await (await member()).get('/imports')).status).toBe(403)
  expect((await editor.delete(`/imports/${id}`)).status).toBe(204)
  expect((await editor.post(`/imports/${id}/commit`, {})).body).toMatchObject({ code: 'import-busy' })
})
