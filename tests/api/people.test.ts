import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { apiTokens, auditLog, subjects, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { PeopleView, PersonView } from '@/domain/people/output'
import type { Scope } from '@/domain/users/input'
import { newToken } from '@/lib/session'
import { switchOn } from '../support/second-factor'
import { teaFiles } from '../support/tea-exam'
import { Browser, guest, type Member, member, randomUUID } from '../support/world'

beforeAll(() => seedExam(teaFiles(), new Date('2030-01-15T17:00:00Z')))

const nobodyHere = '00000000-0000-4000-8000-000000000000'

/** A token put straight into the database. */
async function tokenOf(userId: string, scopes: Scope[]) {
  const token = `yl_${newToken()}`
  const now = new Date()
  const tokenHash = createHash('sha256').update(token).digest('base64url')
  const expiresAt = new Date(now.getTime() + 86_400_000)
  await write((tx) =>
    tx
      .insert(apiTokens)
      .values({ id: randomUUID(), userId, name: 'mine', tokenHash, scopes, createdAt: now, expiresAt }),
  )
  return { authorization: `Bearer ${token}` }
}

const notesOf = (target: string) =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${target}`))
    .orderBy(auditLog.at, auditLog.id)

const find = async (admin: Browser, query: string) => (await admin.get<PeopleView>(`/people?${query}`)).body.items

/** What only admins may ask for. */
const calls: [
  string,
  (browser: Browser, headers?: Record<string, string>) => Promise<{ status: number; body: unknown }>,
][] = [
  ['the list of people', (browser, headers = {}) => browser.send('GET', '/people', { headers })],
  [
    'a change',
    (browser, headers = {}) => browser.send('PATCH', `/people/${nobodyHere}`, { body: { disabled: true }, headers }),
  ],
  ['ending sessions', (browser, headers = {}) => browser.send('DELETE', `/people/${nobodyHere}/sessions`, { headers })],
  ['the audit log', (browser, headers = {}) => browser.send('GET', '/audit', { headers })],
]

test.each(calls)('%s is for admins alone, in a browser, with a second factor', async (_, call) => {
  for (const role of ['learner', 'editor', 'reviewer'] as const)
    expect((await call(await member({ role }))).body, role).toMatchObject({ status: 403, code: 'forbidden' })
  expect((await call(new Browser())).body).toMatchObject({ status: 401, code: 'no-member' })
  expect((await call(await guest())).body).toMatchObject({ status: 401, code: 'no-member' })
  const admin = await member({ role: 'admin' })
  const all = await tokenOf(admin.id, ['read', 'write', 'manage'])
  expect((await call(new Browser(), all)).body).toMatchObject({ status: 403, code: 'scope' })
  const without = await member({ role: 'admin', totp: false })
  expect((await call(without)).body).toMatchObject({ status: 403, code: 'totp-missing' })
  expect([200, 404]).toContain((await call(admin)).status)
})

test('an admin who switches the second factor on may go on in the same session', async () => {
  const password = 'eight questions a day'
  const admin = await member({ role: 'admin', totp: false, password })
  await switchOn(admin, password)
  expect((await admin.get('/people')).status).toBe(200)
})

test('people are found by part of nickname or address, whatever the case, and by their id', async () => {
  const admin = await member({ role: 'admin' })
  const mark = randomUUID().slice(0, 8)
  const ana = await member({ email: `Ana.${mark}@tea.example`.toLowerCase() })
  await write((tx) =>
    tx
      .update(users)
      .set({ nickname: `小安Ana_${mark}%` })
      .where(eq(users.id, ana.id)),
  )
  for (const q of [`ana.${mark}`, `ANA.${mark}@`, `小安ana_${mark}`, `na_${mark}%`, ana.id])
    expect(
      (await find(admin, `q=${encodeURIComponent(q)}`)).map((one) => one.id),
      q,
    ).toEqual([ana.id])
  for (const q of [`小安ana%${mark}`, `_na.${mark}`, `ana.${mark}\\`, "' or 1=1 --"])
    expect(await find(admin, `q=${encodeURIComponent(q)}`), q).toEqual([])
})

test('a person is shown with all an admin needs, and nothing that would let somebody in', async () => {
  const admin = await member({ role: 'admin' })
  const ana = await member({ role: 'editor', subjects: ['green-tea'], password: 'eight questions a day' })
  const [shown] = await find(admin, `q=${ana.id}`)
  expect(shown).toEqual({
    id: ana.id,
    nickname: null,
    email: ana.email,
    role: 'editor',
    subjects: ['green-tea'],
    state: 'active',
    totp: false,
    createdAt: expect.any(String),
    lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

test('guests are no people', async () => {
  const admin = await member({ role: 'admin' })
  await (await guest()).get('/progress')
  const [visitor] = await db().select().from(users).where(eq(users.kind, 'guest')).limit(1)
  expect(await find(admin, `q=${visitor?.id}`)).toEqual([])
  expect((await admin.patch(`/people/${visitor?.id}`, { role: 'admin' })).status).toBe(404)
})

test('by role and by state; empty choices of a form are none', async () => {
  const admin = await member({ role: 'admin' })
  const [reviewer, leaver] = [await member({ role: 'reviewer' }), await member()]
  await write((tx) => tx.update(users).set({ eraseAt: new Date() }).where(eq(users.id, leaver.id)))
  const gone = await member()
  await admin.patch(`/people/${gone.id}`, { disabled: true })
  const all = [admin, reviewer, leaver, gone].map((one) => one.id)
  const ids = async (query: string) => (await find(admin, query)).map((one) => one.id).filter((id) => all.includes(id))
  expect(await ids('role=reviewer')).toEqual([reviewer.id])
  expect(await ids('state=leaving')).toEqual([leaver.id])
  expect(await ids('state=disabled')).toEqual([gone.id])
  expect(await ids('state=active&role=reviewer&q=')).toEqual([reviewer.id])
  expect((await ids('state=&role=&q=')).sort()).toEqual(all.sort())
  for (const bad of ['role=king', 'state=tired', 'cursor=nonsense', 'cursor=1.%00'])
    expect((await admin.get(`/people?${bad}`)).status, bad).toBe(422)
})

test('pages follow one another without a gap, also among people who came in the same instant', async () => {
  const admin = await member({ role: 'admin' })
  const mark = `page-${randomUUID()}`
  const createdAt = new Date('2030-01-01T00:00:00Z')
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...{ id: randomUUID(), kind: 'member' as const, email: `${at}@${mark}.example` },
    createdAt: at < 100 ? createdAt : new Date(createdAt.getTime() - at),
  }))
  await write((tx) => tx.insert(users).values(many))
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: PeopleView = (await admin.get<PeopleView>(`/people?q=${mark}${cursor && `&cursor=${cursor}`}`)).body
    expect(page.items.length).toBeLessThanOrEqual(50)
    seen.push(...page.items.map((one) => one.id))
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen)).toEqual(new Set(many.map((one) => one.id)))
})

test('a new role ends sessions and tokens at the very next request, and is noted', async () => {
  const admin = await member({ role: 'admin' })
  const ana = await member({ role: 'editor' })
  const token = await tokenOf(ana.id, ['read'])
  expect([(await ana.get('/me/sessions')).status]).toEqual([200])
  const reply = await admin.patch<PersonView>(`/people/${ana.id}`, { role: 'learner' })
  expect([reply.status, reply.body.role, reply.body.lastSeenAt]).toEqual([200, 'learner', null])
  expect((await ana.get('/me/sessions')).status).toBe(401)
  expect((await new Browser().send('GET', '/progress?exam=tea-taster', { headers: token })).status).toBe(401)
  expect(await notesOf(ana.id)).toMatchObject([
    {
      actorId: admin.id,
      action: 'person.role-changed',
      details: { from: 'editor', to: 'learner', subjects: null, sessions: 1, tokens: 1 },
    },
  ])
})

test('whoever is disabled is out at the very next request, cannot sign in, and can again once enabled', async () => {
  const password = 'eight questions a day'
  const admin = await member({ role: 'admin' })
  const ana = await member({ password })
  const token = await tokenOf(ana.id, ['read'])
  expect((await admin.patch<PersonView>(`/people/${ana.id}`, { disabled: true })).body.state).toBe('disabled')
  expect((await ana.get('/me/sessions')).status).toBe(401)
  expect((await new Browser().send('GET', '/progress?exam=tea-taster', { headers: token })).status).toBe(401)
  const refused = await new Browser().signIn(ana.email, password)
  const unknown = await new Browser().signIn('nobody@example.com', password)
  expect(refused.body, 'told like an address nobody has').toEqual(unknown.body)
  expect((await admin.patch<PersonView>(`/people/${ana.id}`, { disabled: false })).body.state).toBe('active')
  expect((await new Browser().signIn(ana.email, password)).status).toBe(200)
  expect((await notesOf(ana.id)).map((note) => note.action).sort()).toEqual(['person.disabled', 'person.enabled'])
})

test('a short password is not enough for staff: it signs in no more, until a longer one or a second factor', async () => {
  const admin = await member({ role: 'admin' })
  const short = await member({ password: 'short one' })
  expect((await new Browser().signIn(short.email, 'short one')).status).toBe(200)
  await admin.patch(`/people/${short.id}`, { role: 'editor' })
  expect((await new Browser().signIn(short.email, 'another')).body).toMatchObject({ code: 'credentials' })
  expect((await new Browser().signIn(short.email, 'short one')).body).toMatchObject({
    status: 403,
    code: 'staff-password',
  })
  const long = await member({ password: 'fifteen letters' })
  await admin.patch(`/people/${long.id}`, { role: 'editor' })
  expect((await new Browser().signIn(long.email, 'fifteen letters')).status).toBe(200)
  const factored = await member({ password: 'short one' })
  const { recoveryCodes } = await switchOn(factored, 'short one')
  await admin.patch(`/people/${factored.id}`, { role: 'editor' })
  expect((await new Browser().signIn(factored.email, 'short one', recoveryCodes[0])).status).toBe(200)
})

test('ending sessions signs a person out everywhere', async () => {
  const admin = await member({ role: 'admin' })
  const ana = await member({ password: 'eight questions a day' })
  await new Browser().signIn(ana.email, 'eight questions a day')
  expect((await admin.delete(`/people/${ana.id}/sessions`)).body).toEqual({ ended: 2 })
  expect((await ana.get('/me/sessions')).status).toBe(401)
  expect(await notesOf(ana.id)).toMatchObject([{ action: 'person.sessions-ended', details: { sessions: 2 } }])
  expect((await admin.delete(`/people/${nobodyHere}/sessions`)).status).toBe(404)
})

test('subjects are those that exist, belong to editors and reviewers, and change without a new sign-in', async () => {
  const admin = await member({ role: 'admin' })
  const ana = await member({ role: 'editor' })
  await write((tx) => tx.insert(subjects).values({ slug: 'black-tea', examSlug: 'tea-taster', ordinal: 9 }))
  const give = (change: object) => admin.patch<PersonView>(`/people/${ana.id}`, change)
  expect((await give({ subjects: ['black-tea', 'green-tea', 'black-tea'] })).body.subjects).toEqual([
    'black-tea',
    'green-tea',
  ])
  expect((await ana.get<{ subjects: string[] }>('/me')).body.subjects).toEqual(['black-tea', 'green-tea'])
  expect((await give({ subjects: ['green-tea', 'coffee'] })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'body.subjects', code: 'unknown' }],
  })
  expect((await give({ role: 'reviewer' })).body.subjects, 'kept in another role that has subjects').toHaveLength(2)
  expect((await give({ subjects: null })).body.subjects, 'all').toBeNull()
  await give({ subjects: ['green-tea'] })
  expect((await give({ role: 'admin' })).body.subjects, 'admins care for all').toBeNull()
  const actions = (await notesOf(ana.id)).map((note) => note.action).sort()
  expect(actions).toEqual([...Array(2).fill('person.role-changed'), ...Array(3).fill('person.subjects-changed')])
})

test('what changes nothing is not noted, and ends nothing', async () => {
  const admin = await member({ role: 'admin' })
  const ana = await member({ role: 'editor' })
  for (const change of [{}, { role: 'editor' }, { disabled: false }, { subjects: null }])
    expect((await admin.patch(`/people/${ana.id}`, change)).status).toBe(200)
  expect(await notesOf(ana.id)).toEqual([])
  expect((await ana.get('/me/sessions')).status).toBe(200)
})

test('nobody changes their own rights', async () => {
  const [admin] = [await member({ role: 'admin' }), await member({ role: 'admin' })]
  for (const change of [{ role: 'learner' }, { disabled: true }, { subjects: null }])
    expect((await admin.patch(`/people/${admin.id}`, change)).body).toMatchObject({ status: 409, code: 'yourself' })
})

test.each([
  [{ role: 'king' }],
  [{ role: 'admin', email: 'mine@example.com' }],
  [{ subjects: [] }],
  [{ disabled: 'yes' }],
  [{ totpConfirmedAt: null }],
  ['nonsense'],
])('%j is no change', async (body) => {
  const admin = await member({ role: 'admin' })
  const ana = await member()
  expect((await admin.patch(`/people/${ana.id}`, body)).status).toBe(422)
  expect((await admin.patch('/people/nonsense', { role: 'editor' })).status).toBe(404)
  expect((await admin.patch(`/people/${nobodyHere}`, { role: 'editor' })).status).toBe(404)
})

test('a role in any other body is refused, and changes nothing', async () => {
  const ana = await member({ password: 'eight questions a day' })
  const bodies: [string, string, object][] = [
    ['PATCH', '/me', { nickname: 'Ana', role: 'admin' }],
    ['PATCH', '/me', { settings: { role: 'admin' } }],
    ['POST', '/me/totp', { password: 'eight questions a day', role: 'admin' }],
    ['PUT', '/me/password', { current: 'eight questions a day', password: 'nine questions a day', role: 'admin' }],
    ['POST', '/me/tokens', { name: 'mine', scopes: ['read'], days: 1, role: 'admin' }],
  ]
  for (const [method, path, body] of bodies)
    expect((await ana.send(method, path, { body })).status, `${method} ${path}`).toBe(422)
  const registration = {
    email: 'new@example.com',
    password: 'eight questions a day',
    consent: '2026-11',
    role: 'admin',
  }
  expect((await new Browser().post('/accounts', registration)).status).toBe(422)
  expect((await db().select({ role: users.role }).from(users).where(eq(users.id, ana.id)))[0]?.role).toBe('learner')
})

test('the last admin can be neither demoted nor disabled, also when two do it to each other at once', async () => {
  await write((tx) => tx.update(users).set({ role: 'learner' }).where(eq(users.role, 'admin')))
  for (const change of [{ role: 'learner' }, { disabled: true }]) {
    const pair: [Member, Member] = [await member({ role: 'admin' }), await member({ role: 'admin' })]
    const replies = await Promise.all([
      pair[0].patch<{ code?: string }>(`/people/${pair[1].id}`, change),
      pair[1].patch<{ code?: string }>(`/people/${pair[0].id}`, change),
    ])
    expect(replies.map((reply) => reply.status).sort(), JSON.stringify(change)).toEqual([200, 409])
    expect(replies.find((reply) => reply.status === 409)?.body.code).toBe('last-admin')
    const left = await db()
      .select()
      .from(users)
      .where(and(eq(users.role, 'admin'), eq(users.kind, 'member')))
    expect(left.filter((one) => one.disabledAt === null)).toHaveLength(1)
    await write((tx) => tx.update(users).set({ role: 'learner', disabledAt: null }).where(eq(users.role, 'admin')))
  }
})
