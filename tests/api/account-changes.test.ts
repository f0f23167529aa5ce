import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { throttles, users } from '@/db/schema'
import { mailsTo, newAddress, password, somewhere, withMailbox } from '../support/accounts'
import { tokenIn } from '../support/smtp'
import { type Browser, clockAt, guest, member } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
const mailbox = withMailbox()
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

const fresh = 'a new password that is long'
const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200
const addressOf = async (id: string) =>
  (await db().select({ email: users.email }).from(users).where(eq(users.id, id)))[0]?.email

describe('the password', () => {
  test('is changed by whoever knows the old one; the other devices are signed out at their next request', async () => {
    const ana = await member({ password })
    const phone = somewhere()
    await phone.signIn(ana.email, password)
    expect((await ana.put('/me/password', { current: password, password: fresh })).status).toBe(204)
    expect([await isSignedIn(ana), await isSignedIn(phone)]).toEqual([true, false])
    expect((await somewhere().signIn(ana.email, password)).status).toBe(401)
    expect((await somewhere().signIn(ana.email, fresh)).status).toBe(200)
    expect((await mailsTo(mailbox, ana.email)).map((mail) => mail.subject)).toEqual(['一练密码已经更改'])
  })

  test('stays as it was without the old one', async () => {
    const ana = await member({ password })
    expect(await ana.put('/me/password', { password: fresh })).toMatchObject({ body: { code: 'password-needed' } })
    const wrong = { current: 'not my password', password: fresh }
    expect(await ana.put('/me/password', wrong)).toMatchObject({ status: 403, body: { code: 'wrong-password' } })
    expect((await somewhere().signIn(ana.email, password)).status).toBe(200)
  })

  test('that is set first needs none', async () => {
    const ana = await member()
    expect((await ana.put('/me/password', { password: fresh, language: 'en' })).status).toBe(204)
    const [mail] = await mailsTo(mailbox, ana.email)
    expect(mail?.subject).toBe('Your Yilian password was changed')
  })

  test('may not be one of the commonest', async () => {
    const ana = await member({ password })
    expect(await ana.put('/me/password', { current: password, password: 'Password1' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'body.password', code: 'password-common' }] },
    })
  })

  test('cannot be guessed in an open session: tries are counted in the store', async () => {
    const ana = await member({ password })
    const resetsAt = new Date('2030-01-15T04:15:00Z')
    await write((tx) => tx.insert(throttles).values({ key: `prove:${ana.id}`, count: 9, resetsAt }))
    const wrong = { current: 'not my password', password: fresh }
    expect((await ana.put('/me/password', wrong)).status).toBe(403)
    const refused = await ana.put('/me/password', { current: password, password: fresh })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  })

  test('is nothing that a guest has', async () => {
    expect((await (await guest()).put('/me/password', { password: fresh })).status).toBe(401)
  })
})

describe('the address', () => {
  const change = async (ana: Browser, email: string) => {
    const reply = await ana.post('/me/email', { email, password })
    return { reply, token: tokenIn((await mailsTo(mailbox, email)).at(-1) ?? { text: '' }) }
  }

  test('moves when the link that went to the new one is opened; the old one is told', async () => {
    const ana = await member({ password })
    const email = newAddress()
    const { reply, token } = await change(ana, email)
    expect([reply.status, reply.body]).toEqual([202, { delivery: 'mail' }])
    expect(await addressOf(ana.id)).toBe(ana.email)
    const confirmed = await somewhere().post('/accounts/confirmations', { token })
    expect([confirmed.status, confirmed.body]).toEqual([200, { purpose: 'change-email', email }])
    expect(confirmed.headers.getSetCookie()).toEqual([])
    expect(await addressOf(ana.id)).toBe(email)
    expect((await mailsTo(mailbox, ana.email)).at(-1)?.subject).toBe('一练账号换了邮箱')
    expect((await somewhere().signIn(email, password)).status).toBe(200)
    expect((await somewhere().signIn(ana.email, password)).status).toBe(401)
  })

  test('needs the password', async () => {
    const ana = await member({ password })
    const email = newAddress()
    expect((await ana.post('/me/email', { email })).body).toMatchObject({ code: 'password-needed' })
    expect((await ana.post('/me/email', { email, password: 'not my password' })).status).toBe(403)
    expect(await mailsTo(mailbox, email)).toEqual([])
  })

  test('of somebody else gets the same answer and stays theirs', async () => {
    const [ana, ben] = [await member({ password }), await member()]
    const { reply, token } = await change(ana, ben.email)
    expect([reply.status, reply.body, token]).toEqual([202, { delivery: 'mail' }, ''])
    expect((await mailsTo(mailbox, ben.email)).at(-1)?.subject).toBe('这个邮箱已经有一练账号')
  })

  test('that somebody else confirmed meanwhile stays theirs', async () => {
    const ana = await member({ password })
    const email = newAddress()
    const { token } = await change(ana, email)
    const ben = await member({ email })
    expect((await somewhere().post('/accounts/confirmations', { token })).status).toBe(410)
    expect([await addressOf(ana.id), await addressOf(ben.id)]).toEqual([ana.email, email])
  })

  test('links to the old one open nothing after the move', async () => {
    const ana = await member({ password })
    await somewhere().post('/accounts/resets', { email: ana.email })
    const reset = tokenIn((await mailsTo(mailbox, ana.email)).at(-1) ?? { text: '' })
    const { token } = await change(ana, newAddress())
    await somewhere().post('/accounts/confirmations', { token })
    const late = await somewhere().post('/accounts/resets/confirmations', { token: reset, password: fresh })
    expect(late.status).toBe(410)
  })
})
