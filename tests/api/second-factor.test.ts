import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, recoveryCodes, users } from '@/db/schema'
import { AuthenticatorApp, switchOn } from '../support/second-factor'
import { Browser, clockAt, guest, member } from '../support/world'

const password = 'eight questions a day'
const noon = Date.parse('2030-01-15T04:00:00Z')
const after = (seconds: number) => clockAt(new Date(noon + seconds * 1000).toISOString())
beforeEach(() => after(0))
afterEach(() => {
  vi.useRealTimers()
})

const rowOf = async (id: string) => (await db().select().from(users).where(eq(users.id, id)))[0]
const actionsOf = async (id: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.actorId, id)).orderBy(auditLog.at)).map((row) => row.action)

test('a second factor is begun with the password, confirmed by a code, and asked for at the next sign-in', async () => {
  const ana = await member({ password })
  const { begun, app, confirmed, recoveryCodes: codes } = await switchOn(ana, password)
  expect(begun.status).toBe(200)
  expect(begun.body.uri).toBe(
    `otpauth://totp/Yilian:${encodeURIComponent(ana.email)}?issuer=Yilian&secret=${app.secret}&algorithm=SHA1&digits=6&period=30`,
  )
  expect(begun.body.qr).toMatch(/^<svg xmlns.*<\/svg>$/)
  expect(confirmed.status).toBe(200)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  after(60)
  const phone = new Browser()
  expect((await phone.signIn(ana.email, password)).body).toMatchObject({ code: 'totp-required' })
  expect((await phone.signIn(ana.email, password, '000000')).body).toMatchObject({ code: 'totp-wrong' })
  expect((await phone.signIn(ana.email, password, app.code())).status).toBe(200)
})

test('begun is not on: until a code confirms it, none is asked for', async () => {
  const ana = await member({ password })
  await ana.post('/me/totp', { password })
  expect((await ana.put('/me/totp', { code: '123456' })).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password)).status).toBe(200)
  expect(await rowOf(ana.id)).toMatchObject({ totpConfirmedAt: null, totpSecret: null })
})

test('whoever sits down at an open session cannot begin one without the password', async () => {
  const ana = await member({ password })
  expect((await ana.post('/me/totp', {})).body).toMatchObject({ status: 403, code: 'password-needed' })
  expect((await ana.post('/me/totp', { password: 'another one' })).body).toMatchObject({ code: 'wrong-password' })
  expect((await ana.put('/me/totp', { code: '123456' })).body).toMatchObject({ status: 404, code: 'not-found' })
})

test('who has no password (another provider signs them in) needs none', async () => {
  const ana = await member()
  expect((await switchOn(ana)).confirmed.status).toBe(200)
})

test('confirming ends the other sessions at their next request, and keeps this one', async () => {
  const ana = await member({ password })
  const phone = new Browser()
  await phone.signIn(ana.email, password)
  expect((await phone.get('/me/sessions')).status).toBe(200)
  await switchOn(ana, password)
  expect((await phone.get('/me/sessions')).status).toBe(401)
  expect((await ana.get('/me/sessions')).status).toBe(200)
})

test('neither the secret nor a recovery code lies readable in the store', async () => {
  const ana = await member({ password })
  const { app, recoveryCodes: codes } = await switchOn(ana, password)
  const stored = JSON.stringify([await rowOf(ana.id), await db().select().from(recoveryCodes), await actionsOf(ana.id)])
  expect(stored).not.toContain(app.secret)
  for (const code of codes) for (const form of [code, code.replaceAll('-', '')]) expect(stored).not.toContain(form)
})

test('no code passes twice, nor one of an earlier step', async () => {
  const ana = await member({ password })
  const { app } = await switchOn(ana, password)
  const used = app.code()
  expect((await new Browser().signIn(ana.email, password, used)).body, 'the code that confirmed').toMatchObject({
    code: 'totp-wrong',
  })
  after(60)
  const [earlier, now] = [app.code(-30), app.code()]
  expect((await new Browser().signIn(ana.email, password, now)).status).toBe(200)
  expect((await new Browser().signIn(ana.email, password, now)).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password, earlier)).body).toMatchObject({ code: 'totp-wrong' })
  after(90)
  expect((await new Browser().signIn(ana.email, password, app.code())).status).toBe(200)
})

test('one code sent by two browsers at once lets one in', async () => {
  const ana = await member({ password })
  const { app } = await switchOn(ana, password)
  after(60)
  const code = app.code()
  const replies = await Promise.all([1, 2, 3].map(() => new Browser().signIn(ana.email, password, code)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 401, 401])
})

test.each([
  [-60, 401],
  [-30, 200],
  [0, 200],
  [30, 200],
  [60, 401],
])('a phone whose clock is %i s ahead: %i', async (ahead, status) => {
  const ana = await member({ password })
  const { app } = await switchOn(ana, password)
  after(300)
  expect((await new Browser().signIn(ana.email, password, app.code(ahead))).status).toBe(status)
})

test('a recovery code passes once, however it is written; the others stay', async () => {
  const ana = await member({ password })
  const { recoveryCodes: codes } = await switchOn(ana, password)
  const [first = '', second = ''] = codes
  const written = ` ${first.toLowerCase().replaceAll('-', ' ')} `
  expect((await new Browser().signIn(ana.email, password, written)).status).toBe(200)
  expect((await new Browser().signIn(ana.email, password, first)).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password, second.replaceAll('-', ''))).status).toBe(200)
  expect(await db().$count(recoveryCodes, eq(recoveryCodes.userId, ana.id))).toBe(8)
  expect(await actionsOf(ana.id)).toContain('second-factor.recovery-code-used')
})

test("somebody else's codes do not pass", async () => {
  const [ana, ben] = [await member({ password }), await member({ password })]
  const theirs = await switchOn(ben, password)
  await switchOn(ana, password)
  after(60)
  for (const code of [theirs.app.code(), theirs.recoveryCodes[0]])
    expect((await new Browser().signIn(ana.email, password, code)).body).toMatchObject({ code: 'totp-wrong' })
})

test('switching off needs a code; afterwards none is asked for, and nothing is left', async () => {
  const ana = await member({ password })
  const { app } = await switchOn(ana, password)
  expect((await ana.delete('/me/totp', { code: '000000' })).body).toMatchObject({ status: 401, code: 'totp-wrong' })
  after(60)
  expect((await ana.delete('/me/totp', { code: app.code() })).status).toBe(204)
  expect(await rowOf(ana.id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
  expect(await db().$count(recoveryCodes, eq(recoveryCodes.userId, ana.id))).toBe(0)
  expect((await new Browser().signIn(ana.email, password)).status).toBe(200)
})

test('an admin cannot switch it off, and moves to another phone with a code of the old one', async () => {
  const ana = await member({ password, role: 'admin', totp: false })
  const { app } = await switchOn(ana, password)
  after(60)
  expect((await ana.delete('/me/totp', { code: app.code() })).body).toMatchObject({ status: 403, code: 'forbidden' })
  expect((await ana.post('/me/totp', { password })).body).toMatchObject({ code: 'totp-required' })
  const begun = await ana.post<{ secret: string }>('/me/totp', { password, code: app.code() })
  const next = new AuthenticatorApp(begun.body.secret)
  after(90)
  expect((await new Browser().signIn(ana.email, password, next.code())).body, 'not in force yet').toMatchObject({
    code: 'totp-wrong',
  })
  expect((await new Browser().signIn(ana.email, password, app.code())).status, 'the old one is').toBe(200)
  expect((await ana.put('/me/totp', { code: next.code() })).status).toBe(200)
  after(120)
  expect((await new Browser().signIn(ana.email, password, app.code())).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password, next.code())).status).toBe(200)
  expect(await actionsOf(ana.id)).toEqual(['second-factor.on', 'second-factor.replaced'])
})

test('new recovery codes need a code, and void the old ones', async () => {
  const ana = await member({ password })
  const { app, recoveryCodes: old } = await switchOn(ana, password)
  after(60)
  expect((await ana.post('/me/recovery-codes', { code: '1' })).body).toMatchObject({ code: 'totp-wrong' })
  const fresh = await ana.post<{ recoveryCodes: string[] }>('/me/recovery-codes', { code: app.code() })
  expect(fresh.body.recoveryCodes).toHaveLength(10)
  expect((await new Browser().signIn(ana.email, password, old[0])).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password, fresh.body.recoveryCodes[0])).status).toBe(200)
})

test('who tries codes at an open session is told to wait', async () => {
  const ana = await member({ password })
  const { app } = await switchOn(ana, password)
  after(60)
  const tries = []
  for (let count = 0; count < 12; count++) tries.push((await ana.delete('/me/totp', { code: '000000' })).status)
  expect(tries.filter((status) => status === 429).length).toBeGreaterThan(0)
  expect((await ana.delete('/me/totp', { code: app.code() })).status, 'even with the right one').toBe(429)
  after(60 + 900)
  expect((await ana.delete('/me/totp', { code: app.code() })).status).toBe(204)
})

test('with another AUTH_SECRET no app passes any more; a recovery code does, and nothing breaks', async () => {
  const ana = await member({ password })
  const { app, recoveryCodes: codes } = await switchOn(ana, password)
  after(60)
  const before = await rowOf(ana.id)
  const sealed = before?.totpSecret ?? ''
  const foreign = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`
  await write((tx) => tx.update(users).set({ totpSecret: foreign }).where(eq(users.id, ana.id)))
  expect((await new Browser().signIn(ana.email, password, app.code())).body).toMatchObject({ code: 'totp-wrong' })
  expect((await new Browser().signIn(ana.email, password, codes[0])).status).toBe(200)
})

test('nobody, guests and programs have no second factor to change', async () => {
  for (const browser of [new Browser(), await guest()]) {
    expect((await browser.post('/me/totp', {})).status).toBe(401)
    expect((await browser.put('/me/totp', { code: '123456' })).status).toBe(401)
    expect((await browser.delete('/me/totp', { code: '123456' })).status).toBe(401)
    expect((await browser.post('/me/recovery-codes', { code: '123456' })).status).toBe(401)
  }
})
