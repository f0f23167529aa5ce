import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GET as description } from '@/app/api/v1/openapi.json/route'
import { seedExam } from '@/domain/banks/commands'
import { rightAnswers } from '../support/candidate'
import { Practice } from '../support/practice'
import { canary, teaFiles } from '../support/tea-exam'
import { clockAt, guest, member, origin } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
beforeEach(async () => {
  clockAt(noon)
  await seedExam(teaFiles(), new Date(noon))
})
afterEach(() => vi.useRealTimers())

/** Names that only a question after its answer has. */
const told = [
  '"key":[',
  '"key":{',
  '"explanation"',
  '"source"',
  '"topics"',
  '"modelAnswer"',
  '"markingPoints"',
  '"verdict"',
]

function expectSecret(text: string) {
  expect(text).not.toContain(canary)
  for (const name of told) expect(text).not.toContain(name)
}

const reads = (path: string) => [
  path,
  '/daily/green-tea',
  '/daily/green-tea/days',
  '/progress?exam=tea-taster',
  '/exams',
  '/subjects/green-tea/chapters',
]

test('before an answer no reply holds a key, an explanation, a source or a topic', async () => {
  const { browser, path, state } = await Practice.begin('green-tea')
  expectSecret(JSON.stringify(state))
  for (const read of reads(path)) {
    const reply = await browser.get(read)
    expect([read, reply.status]).toEqual([read, 200])
    expectSecret(reply.text)
    expectSecret(JSON.stringify([...reply.headers]))
  }
})

test.each<Omit<Parameters<typeof Practice.start>[1], 'subject'>>([
  { mode: 'chapter', chapter: 'leaves' },
  { mode: 'chapter', chapter: 'water', feedback: 'end' },
  { mode: 'custom', count: 100 },
  { mode: 'custom', chapters: ['leaves'], pick: 'unseen', feedback: 'end' },
  { mode: 'favourites' },
])('practice beyond today ($mode $feedback) reveals nothing before the answer either', async (what) => {
  const browser = await guest()
  for (const id of ['choice-001', 'several-001', 'blanks-001', 'report-001']) await browser.put(`/favourites/${id}`)
  const practice = await Practice.start(browser, { ...what, subject: 'green-tea' })
  expectSecret(JSON.stringify(practice.state))
  const again = await browser.post('/attempts', { ...what, id: practice.state.id, subject: 'green-tea' })
  expect(again.status).toBe(200)
  expectSecret(again.text)
  const lists = ['/mistakes', '/favourites', '/notes', '/reports', '/attempts', '/attempts?status=open']
  for (const read of [...reads(practice.path), ...lists]) {
    const reply = await browser.get(read)
    expect([read, reply.status]).toEqual([read, 200])
    expectSecret(reply.text)
  }
})

test('a practice of mistakes tells of them only what each answer brings', async () => {
  const practice = await Practice.begin('green-tea')
  await practice.put(practice.question('single'), { choices: ['A'] })
  const again = await Practice.start(practice.browser, { mode: 'mistakes', subject: 'green-tea' })
  expectSecret(JSON.stringify(again.state))
  expect((await practice.browser.get('/mistakes')).text).toContain(canary)
  expect((await (await guest()).get('/mistakes')).text).not.toContain(canary)
})

test('the description of the API holds nothing of any question', async () => {
  const reply = await description(new Request(`${origin}/api/v1/openapi.json`), { params: Promise.resolve({}) })
  expect(reply.status).toBe(200)
  expect(await reply.text()).not.toContain(canary)
})

test('an answer reveals its own question, and no other', async () => {
  const practice = await Practice.begin('green-tea')
  const id = practice.question('fill')
  const reply = await practice.put(id, { blanks: ['wine'] })
  expect(reply.text).toContain(`${canary} water`)
  const { body } = await practice.browser.get<{ answers: { questionId: string }[] }>(practice.path)
  expect(body.answers.map((one) => one.questionId)).toEqual([id])
  expectSecret(JSON.stringify({ ...body, answers: [] }))
})

test('with feedback at the end no answer reveals anything before it', async () => {
  const practice = await Practice.begin('green-tea', 'end')
  const marked = practice.state.questions.filter((one) => one.type !== 'essay')
  for (const { id, type } of marked) {
    for (const answer of [{ giveUp: true } as const, rightAnswers[type] ?? { giveUp: true }])
      expectSecret((await practice.put(id, answer)).text)
    const points = ['p1', 'p2'].map((point) => ({ id: point, awarded: 1 }))
    expectSecret((await practice.browser.put(`${practice.path}/answers/${id}/self-mark`, { points })).text)
  }
  const answers = marked.map(({ id }) => ({ questionId: id, answer: { giveUp: true }, spentMs: 1 }))
  expectSecret((await practice.browser.put(`${practice.path}/answers`, { answers })).text)
  expectSecret((await practice.browser.get(practice.path)).text)
  const again = await Practice.begin('green-tea', 'each', practice.browser)
  expect(again.state.id).toBe(practice.state.id)
  expectSecret(JSON.stringify(again.state))
  expectSecret((await practice.finish()).text)
  expect((await practice.browser.get(practice.path)).text).toContain(canary)
})

test('what one person has answered reveals nothing to another', async () => {
  const practice = await Practice.begin('green-tea')
  await practice.answerAll()
  await practice.finish()
  const other = await Practice.begin('green-tea')
  for (const read of [...reads(other.path), practice.path]) expectSecret((await other.browser.get(read)).text)
})

test('a refused answer reveals nothing', async () => {
  const practice = await Practice.begin('green-tea')
  for (const { id } of practice.state.questions) expectSecret((await practice.put(id, { choices: ['H'] })).text)
  await practice.put(practice.question('single'), { choices: ['A'] })
  const answers = [
    { questionId: practice.question('single'), answer: { choices: ['B'] }, spentMs: 1 },
    { questionId: practice.question('numeric'), answer: { choices: ['B'] }, spentMs: 1 },
  ]
  const reply = await practice.browser.put<object[]>(`${practice.path}/answers`, { answers })
  expect(JSON.stringify(reply.body[0])).toContain(canary)
  expectSecret(JSON.stringify(reply.body[1]))
})

test('with feedback at the end an essay is told of once its text is handed in: it has to be marked before the end', async () => {
  const practice = await Practice.begin('green-tea', 'end')
  const id = practice.question('essay')
  expectSecret((await practice.browser.get(practice.path)).text)
  expect((await practice.put(id, { text: 'A clear cup.' })).text).toContain(`${canary} model answer`)
  const points = [
    { id: 'p1', awarded: 6 },
    { id: 'p2', awarded: 4 },
  ]
  const reply = await practice.browser.put(`${practice.path}/answers/${id}/self-mark`, { points })
  expect(reply.body).toMatchObject({ verdict: 'right', score: 10 })
})

test('the editors’ desk tells a candidate nothing, whatever is asked of it', async () => {
  const candidates = [await guest(), await member()]
  const paths = [
    ...['/questions?subject=green-tea', `/questions?subject=green-tea&q=${canary}`, '/questions/choice-001'],
    ...['/questions/choice-001/versions', '/subjects/green-tea/export?format=json', '/laws'],
  ]
  for (const browser of candidates) {
    for (const path of paths) {
      const reply = await browser.get(path)
      expect([path, [401, 403].includes(reply.status)]).toEqual([path, true])
      expectSecret(reply.text)
      expectSecret(JSON.stringify([...reply.headers]))
    }
    for (const verb of ['submit', 'publish', 'send-back', 'retire'])
      expectSecret((await browser.post(`/questions/choice-001/${verb}`)).text)
    const bulk = await browser.post('/questions/bulk', { ids: ['choice-001'], action: 'retire' })
    expect([401, 403]).toContain(bulk.status)
  }
})
