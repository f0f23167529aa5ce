import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { ImportView } from '@/domain/imports/output'
import { settled } from '@/lib/imports/work'
import { items, stems, upload, view } from '../support/imports'
import { teaCopy } from '../support/tea-copy'
import { type Member, member } from '../support/world'

let editor: Member
beforeAll(async () => {
  await seedExam(teaCopy('mapped', { choice: 6 }), new Date('2030-01-15T17:00:00Z'))
  editor = await member({ role: 'editor' })
})

const table = (from: number) =>
  [
    '题干,选项A,选项B,选项C,答案,章节',
    ...stems(2, from).map((stem) => `${stem},甲${stem},乙${stem},丙${stem},A,旧章`),
  ].join('\n')
const chapters = async (id: string) => (await items(editor, id)).items.map((one) => one.chapter)

test('what a value means is told once: the file is read again, and its like is read so from then on', async () => {
  const first = await upload(editor, 'mapped', { name: 'a.csv', content: table(0) })
  expect(first.counts).toMatchObject({ byFinding: { CHAPTER_UNKNOWN: 2 } })
  const mapping = { values: { chapter: { 旧章: 'water' } } }
  const reply = await editor.patch<ImportView>(`/imports/${first.id}`, { mapping })
  expect(reply.body).toMatchObject({ status: expect.stringMatching(/reading|ready/) })
  await settled()
  const read = await view(editor, first.id)
  expect(read).toMatchObject({ status: 'ready', mapping, counts: { questions: 2 } })
  expect(read.counts.byFinding).not.toHaveProperty('CHAPTER_UNKNOWN')
  expect(await chapters(first.id)).toEqual(['water', 'water'])
  const second = await upload(editor, 'mapped', { name: 'b.csv', content: table(10) })
  expect(await chapters(second.id)).toEqual(['water', 'water'])
})

test.each([
  [{ mapping: { columns: { x: { y: { field: 'nonsense' } } } } }],
  [{ items: [{ position: 64, op: 'burn' }] }],
  [{ items: [{ position: 64, draft: { stem: 'x', __proto__x: 1 } }] }],
  [{ bulk: { filter: { finding: 'NONE' }, action: 'skip' } }],
])('%j is refused', async (body) => {
  const { id } = await upload(editor, 'mapped', { name: 'c.csv', content: table(20) })
  expect((await editor.patch(`/imports/${id}`, body)).status).toBe(422)
})
