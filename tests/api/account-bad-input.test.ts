import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { throttles, users } from '@/db/schema'
import { newAddress, password, register, registration, somewhere, withMailbox } from '../support/accounts'
import { contentsOfStore } from '../support/tables'
import { clockAt, member } from '../support/world'

const mailbox = withMailbox()
beforeEach(() => clockAt('2030-01-15T04:00:00Z'))
afterEach(() => vi.useRealTimers())

type Refused = { code: string; errors?: { path: string; code: string }[] }

test.each<[string, object, string, string]>([
  ['a password of 7 characters', { password: '1b3d5f7' }, 'body.password', 'password-short'],
  ['a password of 7 Chinese characters', { password: '七个字的密码啊' }, 'body.password', 'password-short'],
  ['a password of 129 characters', { password: 'ab1'.repeat(43) }, 'body.password', 'password-long'],
  ['one of the commonest', { password: 'password1' }, 'body.password', 'password-common'],
  ['the same in other letters', { password: 'PassWord1' }, 'body.password', 'password-common'],
  ['one that is common here', { password: 'woaini1314' }, 'body.password', 'password-common'],
  [
    'the nickname',
    { nickname: '坚持每天做八题的人', password: '坚持每天做八题的人' },
    'body.password',
    'password-common',
  ],
  ['an address with a Cyrillic letter', { email: 'аna@mail.example' }, 'body.email', 'email'],
  ['an address in wide letters', { email: 'ａna@mail.example' }, 'body.email', 'email'],
  ['two addresses', { email: 'ana@mail.example,ben@mail.example' }, 'body.email', 'email'],
  ['an address with a header behind it', { email: 'ana@mail.example\r\nBcc: ben@mail.example' }, 'body.email', 'email'],
  ['an earlier notice', { consent: '2020-01' }, 'body.consent', 'consent'],
  ['no consent', { consent: undefined }, 'body.consent', 'invalid_type'],
  ['a role', { role: 'admin' }, 'body', 'unrecognized_keys'],
  ['an id', { id: 'mine', kind: 'member' }, 'body', 'unrecognized_keys'],
  ['a nickname of control signs', { nickname: '小\u202E安' }, 'body.nickname', 'custom'],
  ['a language that is not spoken', { language: 'xx' }, 'body.language', 'invalid_value'],
  ['NUL', { password: 'eight\u0000questions' }, 'body.password', 'custom'],
])('registering with %s is refused, and nothing is stored', async (_, more, path, code) => {
  const before = await contentsOfStore()
  const reply = await somewhere().post<Refused>('/accounts', registration(newAddress(), more))
  expect([reply.status, reply.body.code]).toEqual([422, 'invalid'])
  expect(reply.body.errors?.[0]?.path).toBe(path)
  if (code !== 'custom') expect(reply.body.errors?.[0]?.code).toBe(code)
  expect(reply.headers.getSetCookie()).toEqual([])
  expect(await contentsOfStore()).toEqual(before)
})

test('the own address is no password', async () => {
  const email = 'a.long.name.of.mine@mail.example'
  for (const typed of [email, email.toUpperCase(), 'a.long.name.of.mine'])
    expect((await somewhere().post('/accounts', registration(email, { password: typed }))).status).toBe(422)
})

test('a phrase of 64 Chinese characters is a password', async () => {
  const phrase = '每天做八道题坚持到考试的那一天，'.repeat(4)
  expect([...phrase]).toHaveLength(64)
  const [phone, email] = [somewhere(), newAddress()]
  const token = await register(phone, mailbox, email, { password: phrase })
  await phone.post('/accounts/confirmations', { token })
  expect((await somewhere().signIn(email, phrase)).status).toBe(200)
  expect((await somewhere().signIn(email, phrase.slice(0, 63))).status).toBe(401)
})

test('a role in the body of a confirmation makes nobody anything', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const token = await register(phone, mailbox, email)
  const reply = await phone.post('/accounts/confirmations', { token, role: 'admin', password })
  expect(reply.status).toBe(422)
  await phone.post('/accounts/confirmations', { token })
  expect(await db().select({ role: users.role }).from(users).where(eq(users.email, email))).toEqual([
    { role: 'learner' },
  ])
})

test.each(['/accounts', '/accounts/confirmations', '/accounts/resets', '/accounts/resets/confirmations'])(
  'another site cannot send to %s',
  async (path) => {
    const init = { body: {}, headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }
    expect(await somewhere().send('POST', path, init)).toMatchObject({ status: 403, body: { code: 'wrong-origin' } })
  },
)

test('a bearer token reaches neither sessions nor password nor address', async () => {
  const ana = await member({ password })
  for (const [method, path] of [
    ['GET', '/me/sessions'],
    ['DELETE', '/me/sessions'],
    ['PUT', '/me/password'],
    ['POST', '/me/email'],
  ] as const)
    for (const bearer of ['Bearer', 'Bearer yl_', 'Basic x', `Bearer yl_${'x'.repeat(43)}`, 'yl_x']) {
      const headers = { authorization: bearer }
      const body = method === 'GET' || method === 'DELETE' ? undefined : { password }
      expect((await ana.send(method, path, { headers, body })).status).toBe(401)
    }
})

test('links that are guessed cost nothing and are limited', async () => {
  const phone = somewhere()
  const statuses: number[] = []
  for (let time = 0; time < 40; time++)
    statuses.push((await phone.post('/accounts/confirmations', { token: 'x'.repeat(43), password })).status)
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(410))
  expect(statuses.slice(31)).toEqual(Array(9).fill(429))
})

test('over the limit of a place the answer is the same for known and unknown addresses', async () => {
  const { email } = await member()
  const phone = somewhere()
  await phone.post('/accounts/resets', { email: newAddress() })
  await write((tx) => tx.update(throttles).set({ count: 30 }))
  const replies = [
    await phone.post('/accounts/resets', { email }),
    await phone.post('/accounts/resets', { email: newAddress() }),
    await phone.post('/accounts', registration(email)),
  ]
  expect(replies.map((reply) => reply.status)).toEqual([429, 429, 429])
})
