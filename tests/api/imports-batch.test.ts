import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { act, csvOf, stems, upload } from '../support/imports'
import { teaCopy } from '../support/tea-copy'
import { type Member, member } from '../support/world'

let editor: Member
let reviewer: Member
beforeAll(async () => {
  await seedExam(teaCopy('batch', { choice: 6 }), new Date('2030-01-15T17:00:00Z'))
  editor = await member({ role: 'editor' })
  reviewer = await member({ role: 'reviewer' })
})

type Batch = { done: number; left: number; code: string }
type Sample = { of: number; items: { questionId: string; status: string }[] }

test('an import goes on as a whole: submitted by who brought it, published by somebody else, after a look at a sample', async () => {
  const { id } = await upload(editor, 'batch', { name: 'a.csv', content: csvOf(stems(60).map((stem) => ({ stem }))) })
  expect((await editor.post<Batch>(`/imports/${id}/submit`, {})).body).toMatchObject({ code: 'import-busy' })
  await act(editor, id, 'commit')
  expect((await editor.post<Batch>(`/imports/${id}/submit`, {})).body).toEqual({ done: 60, left: 0 })
  expect((await editor.post<Batch>(`/imports/${id}/submit`, {})).body).toEqual({ done: 0, left: 60 })
  const sample = (seed: string) => editor.get<Sample>(`/imports/${id}/sample?count=20&seed=${seed}`)
  const [first, again, other] = [await sample('a'), await sample('a'), await sample('b')]
  expect(first.body).toMatchObject({
    of: 60,
    items: expect.arrayContaining([expect.objectContaining({ status: 'review' })]),
  })
  expect(first.body.items).toHaveLength(20)
  expect(again.body).toEqual(first.body)
  expect(other.body).not.toEqual(first.body)
  expect((await editor.post<Batch>(`/imports/${id}/publish`, {})).body).toMatchObject({ code: 'forbidden' })
  expect((await reviewer.post<Batch>(`/imports/${id}/publish`, {})).body).toEqual({ done: 60, left: 0 })
  expect(await act(reviewer, id, 'undo')).toMatchObject({ undoing: { deleted: 60, retired: 0 } })
})

test('what an error keeps out comes as a workbook; templates in both languages import without a finding', async () => {
  const rows = stems(2, 500).map((stem, index) => ({ stem, key: index === 0 ? 'E' : 'A' }))
  const { id } = await upload(editor, 'batch', { name: '题.csv', content: csvOf(rows) })
  const reply = await editor.get(`/imports/${id}/errors.xlsx`)
  expect(reply.headers.get('content-disposition')).toContain(encodeURIComponent('题-errors.xlsx'))
  expect(reply.text.slice(0, 2)).toBe('PK')
  for (const path of ['xlsx?locale=zh-CN', 'xlsx?locale=en', 'docx?locale=zh-CN', 'docx?locale=en'])
    expect((await editor.get(`/imports/templates/${path}`)).status, path).toBe(200)
  expect((await editor.get('/imports/templates/pdf')).status).toBe(404)
})
