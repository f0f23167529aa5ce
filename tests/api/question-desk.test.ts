import { beforeAll, describe, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { BankView, BulkResult, QuestionView, Saved, VersionsView } from '@/domain/question-desk/output'
import { teaCopy } from '../support/tea-copy'
import { Browser, guest, type Member, member } from '../support/world'

const now = new Date('2030-01-15T17:00:00Z')
let [editor, reviewer]: Member[] = []
beforeAll(async () => {
  await seedExam(teaCopy('assam', { choice: 6 }), now)
  await seedExam(teaCopy('ceylon', { choice: 6 }), now)
  editor = await member({ role: 'editor' })
  reviewer = await member({ role: 'reviewer' })
})
const people = () => {
  if (!editor || !reviewer) throw new Error('nobody is here')
  return { editor, reviewer }
}

type Problem = { code: string; errors?: { path: string; code: string }[]; current?: unknown }

const source = { theory: 'Oxidation', author: 'A. Taster', idea: 'Leaves turn brown' }
const content = (stem: string, more: object = {}) => ({
  type: 'single',
  stem,
  options: [
    { id: 'A', text: 'Green', explanation: 'Steamed.' },
    { id: 'B', text: 'Black', explanation: 'Oxidised.' },
    { id: 'C', text: 'White', explanation: 'Dried.' },
  ],
  key: ['B'],
  explanation: '',
  sources: [source],
  topics: ['oxidation'],
  difficulty: 2,
  ...more,
})

const write = (stem: string, more: object = {}, browser: Browser = people().editor) =>
  browser.post<Saved & Problem>('/questions', {
    subject: 'assam',
    chapter: 'leaves',
    content: content(stem, more),
  })
const view = async (id: string) => (await people().editor.get<QuestionView>(`/questions/${id}`)).body
const move = (browser: Browser, id: string, verb: string) => browser.post<Saved & Problem>(`/questions/${id}/${verb}`)
const bank = async (query: string, browser: Browser = people().editor) =>
  (await browser.get<BankView>(`/questions?subject=assam&${query}`)).body
const found = async (query: string) => (await bank(query)).items.map((one) => one.id)

async function publishedQuestion(stem: string) {
  const { id } = (await write(stem)).body
  await move(people().editor, id, 'submit')
  expect((await move(people().reviewer, id, 'publish')).body).toMatchObject({ status: 'published', nextStatus: null })
  return id
}

describe('from draft to published', () => {
  test('an editor writes and hands in, a reviewer publishes, and each step is told', async () => {
    const made = await write('Which tea is oxidised most?')
    expect(made).toMatchObject({ status: 201, body: { status: 'draft', nextStatus: null } })
    const { id } = made.body
    expect(await view(id)).toMatchObject({
      status: 'draft',
      version: 1,
      versions: 1,
      may: { submit: true, publish: false, sendBack: false, retire: true },
      current: {
        author: { id: people().editor.id },
        rendered: { question: { points: 3, stem: { html: expect.stringContaining('oxidised') } } },
      },
    })
    expect((await move(people().reviewer, id, 'publish')).body).toMatchObject({ status: 409, code: 'wrong-state' })
    expect((await move(people().editor, id, 'submit')).body).toMatchObject({ status: 'review' })
    expect((await move(people().editor, id, 'submit')).body.code).toBe('wrong-state')
    expect((await move(people().editor, id, 'publish')).body).toMatchObject({ status: 403, code: 'forbidden' })
    expect((await move(people().reviewer, id, 'publish')).body).toMatchObject({ status: 'published' })
    expect((await view(id)).current).toMatchObject({
      approver: { id: people().reviewer.id },
      approvedAt: expect.any(String),
    })
  })

  test('what was sent back is a draft again', async () => {
    const { id } = (await write('Which tea is steamed?')).body
    await move(people().editor, id, 'submit')
    expect((await move(people().reviewer, id, 'send-back')).body).toMatchObject({ status: 'draft' })
  })

  test('nobody approves what they wrote, and nothing is published that does not say where it comes from', async () => {
    const own = (await write('Which tea is white?', {}, people().reviewer)).body.id
    await move(people().reviewer, own, 'submit')
    expect((await move(people().reviewer, own, 'publish')).body).toMatchObject({ status: 409, code: 'own-work' })
    const bare = (await write('Which tea is yellow?', { sources: [] })).body.id
    await move(people().editor, bare, 'submit')
    expect((await move(people().reviewer, bare, 'publish')).body).toMatchObject({ status: 409, code: 'no-source' })
  })
})

describe('versions', () => {
  test('what is published goes on being set until the new version is published too', async () => {
    const id = await publishedQuestion('Which tea is black?')
    const { base } = await view(id)
    const changed = content('Which tea is quite black?', { key: ['A'] })
    const saved = await people().editor.patch<Saved & Problem>(`/questions/${id}`, { content: changed, base })
    expect(saved.body).toMatchObject({ status: 'published', nextStatus: 'draft' })
    const after = await view(id)
    expect(after.current.content.stem).toBe('Which tea is black?')
    expect(after.next?.content.stem).toBe('Which tea is quite black?')
    expect(await found('status=draft')).toContain(id)
    await move(people().editor, id, 'submit')
    await move(people().reviewer, id, 'publish')
    expect(await view(id)).toMatchObject({ next: null, current: { number: 2, content: { key: ['A'] } } })
    const { items } = (await people().editor.get<VersionsView>(`/questions/${id}/versions`)).body
    expect(items.map((one) => [one.number, one.isCurrent])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(items[0]?.difference).toEqual([
      { part: 'stem', before: 'Which tea is black?', after: 'Which tea is quite black?' },
      { part: 'key', before: 'B', after: 'A' },
    ])
    expect(items[1]?.difference).toEqual([])
  })

  test('a change of an old version is stale, and told what is there', async () => {
    const made = (await write('Which tea is from Assam?')).body
    const { base } = await view(made.id)
    const first = { content: content('Which tea is surely from Assam?'), base }
    expect((await people().editor.patch(`/questions/${made.id}`, first)).status).toBe(200)
    const again = await people().reviewer.patch<Problem>(`/questions/${made.id}`, { difficulty: 5, base })
    expect(again.body).toMatchObject({ status: 409, code: 'stale', current: { version: 2 } })
  })

  test('an older version comes back as a new one; what changes nothing makes none', async () => {
    const { id } = (await write('Which tea is red?')).body
    const { base, current } = await view(id)
    const changed = { content: content('Which tea is really red?'), base }
    const saved = (await people().editor.patch<Saved>(`/questions/${id}`, changed)).body
    const same = { content: changed.content, base: saved.base }
    expect((await people().editor.patch<Saved>(`/questions/${id}`, same)).body.base).toBe(saved.base)
    await people().editor.post(`/questions/${id}/restore`, { version: current.id })
    expect(await view(id)).toMatchObject({ version: 3, current: { content: { stem: 'Which tea is red?' } } })
    expect((await people().editor.post(`/questions/${id}/restore`, { version: 'none' })).status).toBe(404)
  })

  test('difficulty is a new version, the chapter is not', async () => {
    const { id } = (await write('Which tea is blended?')).body
    const { base } = await view(id)
    const change = { chapter: 'water', difficulty: 4, base }
    expect((await people().editor.patch(`/questions/${id}`, change)).status).toBe(200)
    expect(await view(id)).toMatchObject({ chapter: 'water', difficulty: 4, version: 2 })
    expect(await found('chapter=water&difficulty=4')).toContain(id)
  })
})

describe('a case', () => {
  test('two questions share one material; a change of it is a new version of both', async () => {
    const material = { id: 'm', title: 'The harvest', text: 'In spring the leaves are small.' }
    const { id } = (await write('What is harvested?', { material })).body
    const body = { subject: 'assam', chapter: 'leaves', content: content('When is it harvested?'), beside: id }
    const second = (await people().editor.post<Saved>('/questions', body)).body.id
    expect((await view(second)).siblings.map((one) => [one.id, one.index])).toEqual([
      [id, 1],
      [second, 2],
    ])
    const changed = { ...material, text: 'In autumn the leaves are large.' }
    const { base } = await view(id)
    await people().editor.patch(`/questions/${id}`, {
      content: content('What is harvested?', { material: changed }),
      base,
    })
    expect(await view(second)).toMatchObject({ version: 2, current: { content: { material: { text: changed.text } } } })
    const gone = { content: content('What is harvested?'), base: (await view(id)).base }
    expect((await people().editor.patch<Problem>(`/questions/${id}`, gone)).status).toBe(422)
  })
})

describe('many at once', () => {
  test('what may be moved is, the rest is told', async () => {
    const [draft, waiting] = [(await write('Which tea is first?')).body.id, (await write('Which is second?')).body.id]
    await move(people().editor, waiting, 'submit')
    const ids = [draft, waiting, 'assam-choice-001', 'ghost']
    const { body } = await people().reviewer.post<BulkResult>('/questions/bulk', { ids, action: 'publish' })
    expect(body.done).toEqual([waiting])
    expect(body.refused).toHaveLength(3)
    expect(body.refused).toEqual(
      expect.arrayContaining([
        { id: draft, code: 'wrong-state' },
        { id: 'assam-choice-001', code: 'wrong-state' },
        { id: 'ghost', code: 'not-found' },
      ]),
    )
    const editors = await people().editor.post<BulkResult>('/questions/bulk', { ids: [draft], action: 'publish' })
    expect(editors.body.refused).toEqual([{ id: draft, code: 'forbidden' }])
  })
})

describe('what does not hold together is refused', () => {
  test.each<[string, object, string]>([
    ['a key that is no option', { key: ['D'] }, 'body.content'],
    ['a chapter of nobody', {}, 'body.chapter'],
    ['a picture that is not there', { stem: `See ![x](media:${'a'.repeat(64)})` }, 'body.content'],
  ])('%s', async (what, more, path) => {
    const chapter = what.includes('chapter') ? 'nowhere' : 'leaves'
    const body = { subject: 'assam', chapter, content: content('Which tea?', more) }
    const reply = await people().editor.post<Problem>('/questions', body)
    expect(reply.body).toMatchObject({ status: 422, errors: [{ path }] })
  })

  test.each([{}, { subject: 'assam' }, { subject: 'assam', chapter: null, content: { type: 'single' } }])(
    '%j',
    async (body) => {
      expect((await people().editor.post('/questions', body)).status).toBe(422)
    },
  )

  test('a preview tells what a draft would look like', async () => {
    const reply = await people().editor.post('/questions/preview', {
      content: content('**Which** tea?'),
      subject: 'assam',
    })
    expect(reply.body).toMatchObject({
      question: { stem: { html: '<p><strong>Which</strong> tea?</p>' }, points: 3 },
      solution: { key: ['B'] },
    })
  })
})

test('learners, guests and nobody are kept out; editors see their own subjects alone', async () => {
  for (const browser of [await member(), await guest(), new Browser()]) {
    for (const path of [
      '/questions?subject=assam',
      '/questions/assam-choice-001',
      '/questions/assam-choice-001/versions',
    ])
      expect([401, 403]).toContain((await browser.get(path)).status)
    expect([401, 403]).toContain((await write('Which tea?', {}, browser)).status)
    expect([401, 403]).toContain((await move(browser, 'assam-choice-001', 'retire')).status)
  }
  const other = await member({ role: 'reviewer', subjects: ['ceylon'] })
  expect((await bank('', other)).items).toEqual([])
  expect((await other.get('/questions/assam-choice-001')).status).toBe(404)
  expect((await move(other, 'assam-choice-001', 'retire')).status).toBe(404)
  expect((await write('Which tea?', {}, other)).status).toBe(404)
})
