import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { apiTokens, auditLog, mailTokens, users } from '@/db/schema'
import { mailsTo, newAddress, password, register, somewhere, withMailbox } from '../support/accounts'
import { tokenIn } from '../support/smtp'
import { Browser, clockAt, member } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
const mailbox = withMailbox()
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const fresh = 'a new password that is long'
const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200

async function resetLink(email: string, headers: Record<string, string> = {}) {
  await somewhere().send('POST', '/accounts/resets', { body: { email }, headers })
  const last = (await mailsTo(mailbox, email)).at(-1)
  return { token: tokenIn(last ?? { text: '' }), text: last?.text ?? '' }
}

test('a reset by mail sets a password and ends every session and token', async () => {
  const ana = await member({ password })
  const tablet = new Browser()
  await tablet.signIn(ana.email, password)
  const name = { id: 'token', name: 'script', tokenHash: 'hash', scopes: ['read' as const] }
  const dates = { createdAt: new Date(), expiresAt: new Date('2031-01-01') }
  await write((tx) => tx.insert(apiTokens).values({ ...name, ...dates, userId: ana.id }))
  const { token } = await resetLink(ana.email)
  const reply = await somewhere().post('/accounts/resets/confirmations', { token, password: fresh })
  expect([reply.status, reply.text]).toEqual([204, ''])
  expect([await isSignedIn(ana), await isSignedIn(tablet)]).toEqual([false, false])
  expect(await db().select().from(apiTokens)).toEqual([])
  expect((await tablet.signIn(ana.email, password)).status).toBe(401)
  expect((await tablet.signIn(ana.email, fresh)).status).toBe(200)
  const notices = await mailsTo(mailbox, ana.email)
  expect(notices.at(-1)?.subject).toBe('一练密码已经更改')
  const noted = await db().select().from(auditLog).where(eq(auditLog.actorId, ana.id))
  expect(noted).toMatchObject([
    { action: 'account.password-reset', target: `user:${ana.id}`, details: { sessions: 2 } },
  ])
})

test('known and unknown addresses get the same answer; only the known one gets a mail', async () => {
  const { email } = await member()
  const unknown = newAddress()
  const replies = [
    await somewhere().post('/accounts/resets', { email }),
    await somewhere().post('/accounts/resets', { email: unknown }),
  ]
  const shown = replies.map(({ status, text, headers }) => [status, text, [...headers.keys()].sort()])
  expect(shown[0]).toEqual(shown[1])
  expect([(await mailsTo(mailbox, email)).length, (await mailsTo(mailbox, unknown)).length]).toEqual([1, 0])
})

test('the link names PUBLIC_URL, whatever host a request claims', async () => {
  const { email } = await member()
  const { text } = await resetLink(email, {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  })
  expect(text).toMatch(/^http:\/\/localhost:3000\/reset#[\w-]{43}$/m)
  expect(text).not.toContain('evil')
})

test('a mail goes to the stored address, however it was typed', async () => {
  const { email } = await member()
  const typed = ` ${email.toUpperCase()} `
  await somewhere().post('/accounts/resets', { email: typed })
  expect(await mailsTo(mailbox, email)).toHaveLength(1)
})

test('a link lives an hour and opens once', async () => {
  const { email } = await member()
  const [first, second] = [await resetLink(email), await resetLink(email)]
  clockAt('2030-01-15T05:00:00Z')
  const reset = (token: string) => somewhere().post('/accounts/resets/confirmations', { token, password: fresh })
  expect(await reset(first.token)).toMatchObject({ status: 410, body: { code: 'token-invalid' } })
  clockAt('2030-01-15T04:59:59Z')
  expect((await reset(second.token)).status).toBe(204)
  expect((await reset(second.token)).status).toBe(410)
  // A password was set: links that were mailed earlier are void too.
  expect((await reset(first.token)).status).toBe(410)
})

test('a link of another kind is none', async () => {
  const [phone, email] = [somewhere(), newAddress()]
  const registered = await register(phone, mailbox, email)
  const { token } = await resetLink((await member()).email)
  const crossed = [
    await phone.post('/accounts/resets/confirmations', { token: registered, password: fresh }),
    await phone.post('/accounts/confirmations', { token }),
    await phone.post('/accounts/confirmations', { token: 'x'.repeat(43), password: fresh }),
    await phone.post('/accounts/resets/confirmations', { token: '', password: fresh }),
  ]
  expect(crossed.map((reply) => reply.status)).toEqual([410, 410, 410, 410])
})

test('a member who signs in elsewhere sets a first password by a reset', async () => {
  const ana = await member()
  const { token } = await resetLink(ana.email)
  expect((await somewhere().post('/accounts/resets/confirmations', { token, password: fresh })).status).toBe(204)
  expect((await somewhere().signIn(ana.email, fresh)).status).toBe(200)
})

test('who is disabled gets no link', async () => {
  const ana = await member({ password })
  await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ana.id)))
  expect((await resetLink(ana.email)).token).toBe('')
  expect(await db().select().from(mailTokens).where(eq(mailTokens.userId, ana.id))).toEqual([])
})

test('staff without a second factor need 15 characters', async () => {
  const editor = await member({ role: 'editor' })
  const { token } = await resetLink(editor.email)
  const reset = (chosen: string) => somewhere().post('/accounts/resets/confirmations', { token, password: chosen })
  expect(await reset('fourteen signs')).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'body.password', code: 'password-short' }] },
  })
  expect((await reset('fifteen signs !')).status).toBe(204)
})
