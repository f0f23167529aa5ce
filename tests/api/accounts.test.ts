import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { deliveries, mailTokens, sessions, users } from '@/db/schema'
import { consentVersion } from '@/domain/users/consent'
import { mailsTo, newAddress, password, register, registration, somewhere, withMailbox } from '../support/accounts'
import { tokenIn } from '../support/smtp'
import { clockAt, member } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
const mailbox = withMailbox()
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const peopleAt = (email: string) => db().select().from(users).where(eq(users.email, email))

test('who registers is mailed a link, and is nobody before it is opened', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const reply = await phone.post('/accounts', registration(email, { nickname: '小安' }))
  expect([reply.status, reply.body]).toEqual([202, { delivery: 'mail' }])
  expect(phone.jar.get('pending')).toMatch(/^[\w-]{43}$/)
  const [mail] = await mailsTo(mailbox, email)
  expect(mail?.subject).toBe('确认你的一练账号')
  expect(mail?.text).toContain('如果不是你注册的')
  const lines = mail?.text.split('\n').map((line) => line.trim()) ?? []
  expect(lines).toContain(`http://localhost:3000/confirm#${tokenIn(mail ?? { text: '' })}`)
  expect(await peopleAt(email)).toEqual([])
  expect((await phone.signIn(email, password)).status).toBe(401)
})

test('one press in the same browser confirms: a member who agreed, and is signed in', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const token = await register(phone, mailbox, email, { nickname: '小安' })
  const reply = await phone.post('/accounts/confirmations', { token })
  expect([reply.status, reply.body]).toEqual([200, { purpose: 'register', email }])
  const [ana] = await peopleAt(email)
  expect(ana).toMatchObject({
    kind: 'member',
    role: 'learner',
    nickname: '小安',
    consentVersion,
    consentAt: new Date(),
  })
  expect(ana?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(phone.jar.has('pending')).toBe(false)
  expect((await phone.get<{ items: object[] }>('/me/sessions')).body.items).toMatchObject([{ current: true }])
  expect((await somewhere().signIn(email, password)).status).toBe(200)
})

test('in English the mail is English, and leads to the English page', async () => {
  const email = newAddress()
  await register(somewhere(), mailbox, email, { language: 'en' })
  const [mail] = await mailsTo(mailbox, email)
  expect([mail?.subject, mail?.text]).toEqual([
    'Confirm your Yilian account',
    expect.stringContaining('http://localhost:3000/en/confirm#'),
  ])
})

test('neither link nor password nor cookie is stored as it is', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const token = await register(phone, mailbox, email)
  const stored = JSON.stringify([await db().select().from(mailTokens), await db().select().from(deliveries)])
  for (const secret of [token, password, phone.jar.get('pending') ?? '?']) expect(stored).not.toContain(secret)
})

test('registering again in the same browser leaves both links good; the second to be pressed finds the account made', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const first = await register(phone, mailbox, email)
  const second = await register(phone, mailbox, email)
  expect(second).not.toBe(first)
  expect((await phone.post('/accounts/confirmations', { token: first })).status).toBe(200)
  expect(await phone.post('/accounts/confirmations', { token: second })).toMatchObject({ status: 410 })
})

test('a known address gets the same answer, and its owner a mail that says so', async () => {
  const { email } = await member()
  const [known, unknown] = [somewhere(), somewhere()]
  const replies = [
    await known.post('/accounts', registration(email)),
    await unknown.post('/accounts', registration(newAddress())),
  ]
  const shown = replies.map(({ status, text, headers }) => [status, text, [...headers.keys()].sort()])
  expect(shown[0]).toEqual(shown[1])
  expect([...known.jar.keys()]).toEqual([...unknown.jar.keys()])
  const [mail] = await mailsTo(mailbox, email)
  expect(mail?.subject).toBe('这个邮箱已经有一练账号')
  expect(mail?.text).toContain('http://localhost:3000/sign-in\n')
  expect(mail?.text).toContain('http://localhost:3000/forgot\n')
  expect(await db().select().from(mailTokens).where(eq(mailTokens.email, email))).toEqual([])
})

test('whoever registers an address of somebody else does not get in when they confirm it', async () => {
  const [thief, owner, email] = [somewhere(), somewhere(), newAddress()]
  const token = await register(thief, mailbox, email, { password: 'a password of the thief' })
  const refused = await owner.post('/accounts/confirmations', { token })
  expect(refused).toMatchObject({ status: 403, body: { code: 'password-needed' } })
  expect(await peopleAt(email)).toEqual([])
  expect((await owner.post('/accounts/confirmations', { token, password })).status).toBe(200)
  expect((await thief.signIn(email, 'a password of the thief')).status).toBe(401)
  expect((await owner.signIn(email, password)).status).toBe(200)
})

test('confirming an address voids every other registration of it', async () => {
  const [thief, owner, email] = [somewhere(), somewhere(), newAddress()]
  const theirs = await register(thief, mailbox, email, { password: 'a password of the thief' })
  const own = await register(owner, mailbox, email)
  expect((await owner.post('/accounts/confirmations', { token: own })).status).toBe(200)
  expect(await thief.post('/accounts/confirmations', { token: theirs })).toMatchObject({ status: 410 })
  expect(await db().select().from(mailTokens).where(eq(mailTokens.email, email))).toEqual([])
  expect(await peopleAt(email)).toHaveLength(1)
})

test('confirming ten times at once makes one account and one session', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const token = await register(phone, mailbox, email)
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => phone.post('/accounts/confirmations', { token, password })),
  )
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array(9).fill(410)])
  const [ana, ...more] = await peopleAt(email)
  expect(more).toEqual([])
  expect(await db().$count(sessions, eq(sessions.userId, ana?.id ?? ''))).toBe(1)
})

test('a link lives 24 hours and opens once', async () => {
  const [phone, early, late] = [somewhere(), newAddress(), newAddress()]
  const tokens = [await register(phone, mailbox, early), await register(phone, mailbox, late)]
  clockAt('2030-01-16T03:59:59Z')
  expect((await phone.post('/accounts/confirmations', { token: tokens[0] })).status).toBe(200)
  clockAt('2030-01-16T04:00:00Z')
  for (const token of tokens)
    expect(await phone.post('/accounts/confirmations', { token })).toMatchObject({
      status: 410,
      body: { code: 'token-invalid' },
    })
})

test('an address gets five mails an hour, whoever asks, and nobody is told', async () => {
  const email = newAddress()
  for (let time = 0; time < 8; time++)
    expect((await somewhere().post('/accounts', registration(email))).status).toBe(202)
  expect(await mailsTo(mailbox, email)).toHaveLength(5)
  clockAt('2030-01-15T05:00:00Z')
  await somewhere().post('/accounts', registration(email))
  expect(await mailsTo(mailbox, email)).toHaveLength(6)
})

test('one who asks for too many mails waits', async () => {
  const phone = somewhere()
  const ask = () => phone.post('/accounts/resets', { email: newAddress() })
  for (let time = 0; time < 30; time++) {
    if (time % 20 === 0) clockAt(`2030-01-15T04:0${time / 20}:00Z`)
    expect((await ask()).status).toBe(202)
  }
  clockAt('2030-01-15T04:10:00Z')
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3000'])
  expect((await somewhere().post('/accounts/resets', { email: newAddress() })).status).toBe(202)
})
