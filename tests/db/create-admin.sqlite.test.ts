import { spawnSync } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, users } from '@/db/schema'
import { verifyPassword } from '@/lib/auth/passwords'
import { switchOn } from '../support/second-factor'
import { Browser, member } from '../support/world'

const password = 'a sentence of an admin'

/** The command line in a process of its own, as an operator runs it. */
function yilian(words: string[], input = '') {
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', 'bin/yilian.ts', ...words], {
    input,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NODE_OPTIONS: '' },
  })
  return { status, stdout, stderr }
}

const create = (email: string, input?: string, ...more: string[]) =>
  yilian(['admin', 'create', '--email', email, ...more], input)
const find = async (email: string) => (await db().select().from(users).where(eq(users.email, email)))[0]
const notesOf = (id: string | undefined) =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${id}`))

test('an admin is made with the password that is given, and with no other', async () => {
  const made = create(' Boss@Example.com ', `${password}\n`, '--json')
  expect([made.status, JSON.parse(made.stdout)]).toEqual([0, { email: 'boss@example.com', outcome: 'made' }])
  expect(made.stderr).toContain('made boss@example.com, an admin')
  const boss = await find('boss@example.com')
  expect(boss).toMatchObject({ kind: 'member', role: 'admin', totpConfirmedAt: null })
  expect(await verifyPassword(boss?.passwordHash, password)).toBe(true)
  expect(await notesOf(boss?.id)).toMatchObject([
    { actorId: null, action: 'account.created', details: { role: 'admin' } },
  ])
  expect((await new Browser().signIn('boss@example.com', password)).status).toBe(200)
})

test.each([
  ['fourteen signs', 'at least 15'],
  ['weak.but.long.one@example.com', 'commonest'],
])('the password %j makes nobody', async (typed, why) => {
  const refused = create('weak.but.long.one@example.com', `${typed}\n`)
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toContain(why)
  expect(await find('weak.but.long.one@example.com')).toBeUndefined()
})

test('a member is raised, keeps the password, and is told apart from a new one', async () => {
  const ana = await member({ password: 'eight questions a day', role: 'editor' })
  const raised = create(ana.email, '\n')
  expect([raised.status, raised.stderr]).toEqual([0, expect.stringContaining('a member already (editor)')])
  expect(await find(ana.email)).toMatchObject({ id: ana.id, role: 'admin' })
  expect((await ana.get('/me/sessions')).status, 'signed out').toBe(401)
  expect((await new Browser().signIn(ana.email, 'eight questions a day')).status).toBe(200)
  expect(await notesOf(ana.id)).toMatchObject([
    { actorId: null, action: 'person.role-changed', details: { from: 'editor', to: 'admin', sessions: 1 } },
  ])
  const again = create(ana.email, '\n')
  expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('an admin already; nothing was done')])
  expect(await notesOf(ana.id)).toHaveLength(1)
})

test('nobody is raised who is disabled', async () => {
  const ana = await member()
  await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ana.id)))
  const refused = create(ana.email, `${password}\n`)
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('disabled')])
  expect(await find(ana.email)).toMatchObject({ role: 'learner' })
})

test('wrong use exits with 2, an address that is none with 1', () => {
  for (const words of [
    ['admin', 'create'],
    ['admin', 'delete', '--email', 'a@b.example'],
  ])
    expect(yilian(words), words.join(' ')).toMatchObject({ status: 2, stdout: '' })
  expect(create('nobody').status).toBe(1)
})

test('a second factor whose app is lost is taken off on the command line', async () => {
  const ana = await member({ password, role: 'admin', totp: false })
  await switchOn(ana, password)
  const reset = () => yilian(['admin', 'reset-totp', '--email', ana.email])
  expect(reset().status).toBe(0)
  expect((await ana.get('/me/sessions')).status, 'signed out').toBe(401)
  const phone = new Browser()
  expect((await phone.signIn(ana.email, password)).status).toBe(200)
  expect((await phone.get('/people')).body).toMatchObject({ code: 'totp-missing' })
  expect((await notesOf(ana.id)).filter((note) => note.actorId === null)).toMatchObject([
    { action: 'second-factor.off' },
  ])
  expect(reset()).toMatchObject({ status: 1, stderr: expect.stringContaining('no second factor') })
})
