import { eq } from 'drizzle-orm'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { zipOf } from '@/app/api/v1/me/export/archive'
import { GET } from '@/app/api/v1/me/export/route'
import { db, write } from '@/db/client'
import {
  apiTokens,
  attemptItems,
  auditLog,
  favourites,
  identities,
  notes,
  recoveryCodes,
  reports,
  sessions,
  users,
} from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { MeView } from '@/domain/users/output'
import { Practice } from '../support/practice'
import { teaCopy } from '../support/tea-copy'
import { canary } from '../support/tea-exam'
import { type Browser, clockAt, guest, member, origin, randomUUID } from '../support/world'
import { unzip } from '../support/zip'

const noon = '2030-01-15T17:00:00Z'
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const ask = (browser: Browser) =>
  GET(new Request(`${origin}/api/v1/me/export`, { headers: { cookie: browser.cookie } }), {
    params: Promise.resolve({}),
  })

async function take(browser: Browser) {
  const reply = await ask(browser)
  expect(reply.status).toBe(200)
  const files = await unzip(Buffer.from(await reply.arrayBuffer()))
  const json = JSON.parse(files['export.json'] ?? '') as Record<string, unknown>
  const table = (name: string) =>
    Papa.parse<Record<string, string>>((files[name] ?? '').replace('\uFEFF', ''), {
      header: true,
      skipEmptyLines: true,
    }).data
  return { reply, files, json, table, all: Object.values(files).join('\n') }
}

const tea = async (name: string) => {
  await seedExam(teaCopy(name), new Date(noon))
  return name
}

/** A member with something of everything; each text names whose it is. */
async function somebody(subject: string, whose: string) {
  const ana = await member({ email: `${whose}@example.com`, password: 'tea tea tea tea' })
  await ana.patch('/me', { nickname: `${whose} nickname`, settings: { theme: 'dark' } })
  await ana.post('/me/tokens', { name: `${whose} script`, scopes: ['read'], days: 3 })
  const practice = await Practice.begin(subject, 'each', ana)
  await practice.put(practice.question('single'), { choices: ['A'] }, 4321)
  await practice.put(practice.question('essay'), { text: `=${whose} essay` })
  await practice.finish()
  const [item] = await db().select().from(attemptItems).where(eq(attemptItems.attemptId, practice.state.id)).limit(1)
  const { questionId, versionId } = item ?? { questionId: '', versionId: '' }
  const [userId, at] = [ana.id, new Date(noon)]
  await write(async (tx) => {
    await tx
      .update(users)
      .set({ totpSecret: `${whose} totp secret`, totpConfirmedAt: at })
      .where(eq(users.id, userId))
    await tx.insert(identities).values({ provider: 'github', subject: `${whose} github`, userId, createdAt: at })
    await tx.insert(recoveryCodes).values({ userId, codeHash: `${whose} code hash` })
    await tx.insert(favourites).values({ userId, questionId, createdAt: at })
    await tx.insert(notes).values({ userId, questionId, text: `+${whose} note`, updatedAt: at })
    await tx.insert(reports).values({
      id: randomUUID(),
      questionId,
      versionId,
      subjectSlug: subject,
      userId,
      reason: 'typo',
      text: `@${whose} report`,
      createdAt: at,
      outcome: 'kept',
      answer: `to ${whose}`,
      answeredAt: at,
    })
  })
  return { ana, practice }
}

test('it holds everything of theirs', async () => {
  const { ana, practice } = await somebody(await tea('full'), 'full-ana')
  const { json, table, files } = await take(ana)
  expect(Object.keys(files)).toEqual([
    'README.txt',
    'export.json',
    'attempts.csv',
    'answers.csv',
    'check-ins.csv',
    'mistakes.csv',
    'favourites.csv',
    'notes.csv',
    'reports.csv',
  ])
  expect(json).toMatchObject({
    exportedAt: '2030-01-15T17:00:00.000Z',
    account: {
      id: ana.id,
      email: ana.email,
      nickname: 'full-ana nickname',
      hasPassword: true,
      secondFactor: { recoveryCodesLeft: 1 },
    },
    settings: { theme: 'dark' },
    sessions: [{ device: 'Chrome · Linux' }],
    identities: [{ provider: 'github', subject: 'full-ana github' }],
    tokens: [{ name: 'full-ana script', scopes: ['read'] }],
    audit: [{ action: 'token.made', by: 'self' }],
    mistakes: [{ wrongCount: 1, stem: expect.stringMatching(/^Which leaf/) }],
    favourites: [{ stem: expect.stringMatching(/\S/) }],
    notes: [{ text: '+full-ana note' }],
    reports: [{ reason: 'typo', text: '@full-ana report', outcome: 'kept', answer: 'to full-ana' }],
    attempts: [{ id: practice.state.id, mode: 'daily', on: '2030-01-15', result: { unanswered: 5 } }],
  })
  const [attempt] = json.attempts as { questions: { questionId: string; stem: string; answer: object | null }[] }[]
  expect(attempt?.questions).toHaveLength(7)
  const single = attempt?.questions.find((one) => one.questionId === practice.question('single'))
  expect(single).toMatchObject({
    answer: { choices: ['A'] },
    verdict: 'wrong',
    score: 0,
    maxScore: 3,
    spentMs: 4321,
    answeredAt: '2030-01-15T17:00:00.000Z',
  })
  expect(single?.stem).toMatch(/^Which leaf/)
  const questions = json.questions as { questionId: string; options?: { id: string; text: string }[] }[]
  expect(questions).toHaveLength(7)
  expect(questions.find((one) => one.questionId === practice.question('single'))).toMatchObject({
    options: [{ id: 'A', text: 'Option A' }, { id: 'B' }, { id: 'C' }],
    solution: { key: ['B'] },
  })
  expect(table('attempts.csv')).toMatchObject([{ id: practice.state.id, subject: 'full', wrong: '1', unanswered: '5' }])
  expect(table('answers.csv').map((row) => row.answer)).toEqual(['A', "'=full-ana essay"])
  expect(table('mistakes.csv')).toHaveLength(1)
  expect(table('notes.csv')).toMatchObject([{ text: "'+full-ana note" }])
  expect(table('reports.csv')).toMatchObject([{ text: "'@full-ana report", answer: 'to full-ana' }])
  expect(table('favourites.csv')).toHaveLength(1)
})

test('it holds nothing of anybody else, and no secret', async () => {
  const subject = await tea('only')
  const { ana } = await somebody(subject, 'only-ana')
  const { ana: ben } = await somebody(subject, 'only-ben')
  await write((tx) =>
    tx.insert(auditLog).values([
      {
        id: randomUUID(),
        at: new Date(),
        actorId: ben.id,
        action: 'person.disabled',
        target: `user:${ana.id}`,
        details: {},
      },
      {
        id: randomUUID(),
        at: new Date(),
        actorId: ana.id,
        action: 'person.disabled',
        target: `user:${ben.id}`,
        details: {},
      },
    ]),
  )
  const { all, json } = await take(ana)
  expect(all).not.toContain('only-ben')
  expect(all).not.toContain(ben.id)
  const noted = (json.audit as { action: string; by: string }[]).map(({ action, by }) => `${action} by ${by}`)
  expect(noted.sort()).toEqual(['person.disabled by staff', 'token.made by self'])
  const [row] = await db().select().from(users).where(eq(users.id, ana.id))
  const [session] = await db().select().from(sessions).where(eq(sessions.userId, ana.id))
  const [token] = await db().select().from(apiTokens).where(eq(apiTokens.userId, ana.id))
  const secrets = [
    row?.passwordHash,
    'totp secret',
    'code hash',
    session?.tokenHash,
    token?.tokenHash,
    ana.jar.get('session'),
  ]
  for (const secret of secrets) {
    expect(secret).toMatch(/\S/)
    expect(all).not.toContain(secret)
  }
})

test('keys and explanations are those that have been told, and no others', async () => {
  const subject = await tea('told')
  const open = await Practice.begin(subject)
  expect((await take(open.browser)).all).not.toContain(canary)
  await open.put(open.question('single'), { choices: ['A'] })
  const { json, all } = await take(open.browser)
  const told = (json.questions as { questionId: string; solution?: object }[])
    .filter((one) => one.solution)
    .map((one) => one.questionId)
  expect(told).toEqual([open.question('single')])
  expect(all).toContain(canary)
  const end = await Practice.begin(subject, 'end')
  await end.put(end.question('single'), { choices: ['A'] })
  const kept = await take(end.browser)
  expect(kept.all).not.toContain(canary)
  expect(kept.table('answers.csv')).toMatchObject([{ answer: 'A', verdict: '', score: '' }])
  await end.finish()
  expect((await take(end.browser)).table('answers.csv')).toMatchObject([{ answer: 'A', verdict: 'wrong', score: '0' }])
})

test('a cell that a spreadsheet would run is made a text; the tables are UTF-8 with a mark', async () => {
  const subject = await tea('cells')
  const browser = await guest()
  const practice = await Practice.begin(subject, 'each', browser)
  const { id: userId } = (await browser.get<MeView>('/me')).body
  const texts = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', 'a, "b"\nc', '收藏', '=1\n+2']
  const ids = practice.state.questions.map((one) => one.id)
  for (const [index, text] of texts.entries()) {
    const questionId = ids[index % ids.length] ?? ''
    await write((tx) =>
      tx
        .insert(notes)
        .values({ userId: userId ?? '', questionId, text, updatedAt: new Date() })
        .onConflictDoUpdate({ target: [notes.userId, notes.questionId], set: { text } }),
    )
    const { table, files } = await take(browser)
    const row = table('notes.csv').find((one) => one.questionId === questionId)
    expect(row?.text).toBe(/^[=+\-@\t\r＝]/.test(text) ? `'${text}` : text)
    expect(files['notes.csv']?.startsWith('\uFEFFquestionId,')).toBe(true)
    vi.setSystemTime(Date.now() + 3_600_000)
  }
})

test('a download that is broken off, by the reader or by the store, breaks nothing else', async () => {
  const browser = await guest()
  const left = await ask(browser)
  await left.body?.cancel()
  const pieces = async function* () {
    yield 'half of it'
    throw new Error('the store is gone')
  }
  const broken = new Response(zipOf({ 'a.txt': pieces() }, new Date(noon)))
  await expect(broken.arrayBuffer()).rejects.toThrow('the store is gone')
  await take(browser)
})

test('it is a file with a name in both alphabets, for guests too; nobody gets none, and a sixth in an hour is too many', async () => {
  const browser = await guest()
  const reply = await ask(browser)
  expect(reply.headers.get('content-type')).toBe('application/zip')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('content-disposition')).toBe(
    'attachment; filename="yilian-2030-01-15.zip"; filename*=UTF-8\'\'%E4%B8%80%E7%BB%83-%E6%88%91%E7%9A%84%E6%95%B0%E6%8D%AE-2030-01-15.zip',
  )
  const files = await unzip(Buffer.from(await reply.arrayBuffer()))
  expect(files['README.txt']).toMatch(/一练[\s\S]*Yilian: your data/)
  expect(JSON.parse(files['export.json'] ?? '')).toMatchObject({ account: { kind: 'guest' }, attempts: [], notes: [] })
  for (let n = 0; n < 4; n++) await take(browser)
  expect((await ask(browser)).status).toBe(429)
  expect((await GET(new Request(`${origin}/api/v1/me/export`), { params: Promise.resolve({}) })).status).toBe(401)
})
