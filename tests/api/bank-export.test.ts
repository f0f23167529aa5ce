import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { exportFormats } from '@/domain/formats/writing'
import type { BankView, Saved } from '@/domain/question-desk/output'
import { teaCopy } from '../support/tea-copy'
import { Browser, guest, member } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
beforeAll(async () => {
  await seedExam(teaCopy('assam', { choice: 6 }), now)
  await seedExam(teaCopy('ceylon', { choice: 6 }), now)
})

const take = (browser: Browser, query: string, subject = 'assam') =>
  browser.get<{ questions: { id: string; content: { key: unknown } }[]; code: string }>(
    `/subjects/${subject}/export?${query}`,
  )

test('an editor takes the published questions out, whole, under a name that is theirs', async () => {
  const editor = await member({ role: 'editor' })
  const draft = {
    subject: 'assam',
    chapter: 'leaves',
    content: {
      ...{ type: 'numeric', stem: 'How many leaves?', key: { value: 3, tolerance: 0 }, difficulty: 1 },
      sources: [{ theory: 'Botany', author: 'A', idea: 'Leaves grow' }],
    },
  }
  const { id } = (await editor.post<Saved>('/questions', draft)).body
  const { status, headers, body } = await take(editor, 'format=json')
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w.-]+\.json"; filename\*=UTF-8''Green%20Tea-\d{4}-\d\d-\d\d\.json$/,
  )
  expect(headers.get('x-losses')).toBe('0')
  const bank = (await editor.get<BankView>('/questions?subject=assam&status=published')).body
  expect(body.questions.map((one) => one.id).sort()).toEqual(bank.items.map((one) => one.id).sort())
  expect(body.questions.map((one) => one.id)).not.toContain(id)
  expect(body.questions[0]?.content.key).toBeDefined()
  const all = (await take(editor, 'format=json&status=all')).body.questions
  expect(all.map((one) => one.id)).toContain(id)
})

test.each(exportFormats)('as %s', async (format) => {
  const editor = await member({ role: 'editor' })
  const { status, headers, text } = await take(editor, `format=${format}`)
  expect(status).toBe(200)
  expect(text.length).toBeGreaterThan(100)
  expect(headers.get('x-losses')).toMatch(/^\d+$/)
})

test('candidates, guests and nobody get no key, and editors only their own subjects', async () => {
  for (const browser of [await member(), await guest(), new Browser()]) {
    const { status, text } = await take(browser, 'format=json')
    expect([401, 403]).toContain(status)
    expect(text).not.toContain('key')
  }
  const other = await member({ role: 'editor', subjects: ['ceylon'] })
  expect((await take(other, 'format=json')).status).toBe(404)
  expect((await take(other, 'format=json', 'nowhere')).status).toBe(404)
  expect((await take(other, 'format=exe', 'ceylon')).status).toBe(422)
})
