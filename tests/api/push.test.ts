import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries, examEvents, practiceReminders, reminderSends, reminders } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { queueMessage } from '@/domain/deliveries/commands'
import { sendDue } from '@/lib/deliveries/send'
import { remind } from '@/lib/reminders/job'
import { PushBrowser, type Pushed, PushService, readVapid, vapidEnv } from '../support/push-service'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

const files = teaFiles()
const level = files.exam.levels[0]?.slug ?? ''
const service = new PushService()
// Noon in the exam's zone, New York.
const noon = '2030-05-17T16:00:00Z'
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000)
const anybody = () => new Browser(`198.51.100.${Math.floor(Math.random() * 200)}`)

let origin = ''
beforeAll(async () => {
  origin = await service.open()
  const set = { ...vapidEnv(), PUSH_HOSTS: origin, PUBLIC_URL: 'http://localhost:3000' }
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  await seedExam(files, new Date('2030-01-15T02:00:00Z'))
})
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  return service.close()
})
beforeEach(async () => {
  clockAt(noon)
  service.got.length = 0
  await write(async (tx) => {
    for (const table of [reminderSends, reminders, practiceReminders, examEvents, deliveries]) await tx.delete(table)
  })
})

const announce = (startsAt = '2030-05-17') =>
  write((tx) =>
    tx.insert(examEvents).values({
      ...{ id: randomUUID(), examSlug: files.exam.slug, year: 2030, kind: 'tickets-open', region: 'jiangsu' },
      ...{ status: 'announced', startsAt, endsAt: null, note: '', certainty: 'official', updatedAt: later(0) },
    }),
  )
const wish = (browser: PushBrowser, more: object = {}) => ({
  ...{ channel: 'push', browser: browser.subscription, region: 'jiangsu', level, events: ['tickets-open'], ...more },
})
/** A browser that has asked to be told. */
async function subscribed(name: string) {
  const browser = new PushBrowser(origin, name)
  const reply = await anybody().post('/reminders', wish(browser))
  expect(reply).toMatchObject({ status: 202, body: { delivery: 'push' } })
  return browser
}
async function tell() {
  await remind(new Date())
  await sendDue()
}
const states = () =>
  db().select({ state: deliveries.state, fault: deliveries.fault, dueAt: deliveries.dueAt }).from(deliveries)

test('a browser that asks is told at once, in words that it alone can read, signed by this site', async () => {
  await announce()
  const browser = await subscribed('ana')
  await tell()
  expect(service.got.map((one) => one.path)).toEqual(['/send/ana'])
  const { headers, body }: Omit<Pushed, 'path'> = service.got[0] ?? { headers: {}, body: Buffer.alloc(0) }
  expect(browser.read(body)).toMatchObject({
    ...{ title: '打印准考证（江苏）', body: expect.stringContaining('2030-05-17'), url: '/calendar?region=jiangsu' },
  })
  expect(body.toString('latin1')).not.toContain('calendar')
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' })
  expect(headers.topic).toMatch(/^[\w-]{32}$/)
  const { aud, sub, exp, key } = readVapid(headers.authorization)
  expect([aud, sub, key]).toEqual([origin, 'mailto:post@yilian.example', process.env.VAPID_PUBLIC_KEY])
  expect(exp - Date.now() / 1000).toBeLessThanOrEqual(86_400)
  await tell()
  expect(service.got).toHaveLength(1)
  expect(await states()).toMatchObject([{ state: 'sent' }])
})

describe('when the service says', () => {
  test.each([404, 410])('%d, the browser is gone: all that it is told of stops', async (status) => {
    const browser = await subscribed('ben')
    await anybody().post('/reminders', wish(browser, { region: 'hubei' }))
    const guest = anybody()
    await guest.post('/guest')
    const daily = { channel: 'push', minute: 1200, browser: browser.subscription }
    expect((await guest.send('PUT', '/me/practice-reminders', { body: daily })).status).toBe(200)
    await announce()
    service.answers.push({ status })
    await tell()
    expect(await states()).toMatchObject([{ state: 'given-up', fault: `HTTP ${status}` }])
    expect(await db().$count(reminders, eq(reminders.status, 'standing'))).toBe(0)
    expect(await db().$count(practiceReminders)).toBe(0)
  })

  test.each([
    [429, { 'retry-after': '300' }, 300],
    [503, { 'retry-after': new Date(Date.parse(noon) + 240_000).toUTCString() }, 240],
    [500, {}, 30],
  ])('%d, it is tried again, not before it wishes', async (status, headers, seconds) => {
    await announce()
    await subscribed('cai')
    service.answers.push({ status, headers })
    await tell()
    expect(await states()).toEqual([{ state: 'due', fault: `HTTP ${status}`, dueAt: later(seconds) }])
    clockAt(later(seconds).toISOString())
    await sendDue()
    expect(service.got).toHaveLength(2)
    expect(service.got[0]?.headers.topic).toBe(service.got[1]?.headers.topic)
    expect(await states()).toMatchObject([{ state: 'sent', fault: null }])
  })

  test('400, there is no use in saying it again; and nobody is led elsewhere', async () => {
    await announce()
    await subscribed('dan')
    service.answers.push({ status: 400 })
    await tell()
    await write((tx) => tx.delete(reminderSends))
    service.answers.push({ status: 302, headers: { location: `${origin}/elsewhere` } })
    await tell()
    expect(await states()).toMatchObject([{ state: 'given-up' }, { state: 'given-up' }])
    expect(service.got.map((one) => one.path)).toEqual(['/send/dan', '/send/dan'])
  })
})

describe('an address that is no service of a browser is refused', () => {
  const good = 'https://fcm.googleapis.com/fcm/send/x'
  test.each([
    'http://fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com@127.0.0.1/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilpush.services.mozilla.com.example/x',
    'https://127.0.0.1/x',
    'http://127.0.0.1:1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://xnotify.windows.com/x',
    'file:///etc/passwd',
  ])('%s', async (endpoint) => {
    const browser = { ...new PushBrowser(origin, 'eve').subscription, endpoint }
    expect((await anybody().post('/reminders', wish(new PushBrowser(origin, 'eve'), { browser }))).status).toBe(422)
    const guest = anybody()
    await guest.post('/guest')
    const daily = { channel: 'push', minute: 1, browser }
    expect((await guest.send('PUT', '/me/practice-reminders', { body: daily })).status).toBe(422)
    expect(await db().$count(reminders)).toBe(0)
  })

  test.each([
    good,
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://wns2-par02p.notify.windows.com/w/?token=x',
    'https://web.push.apple.com/x',
  ])('and %s is not', async (endpoint) => {
    const browser = { ...new PushBrowser(origin, 'eve').subscription, endpoint }
    expect((await anybody().post('/reminders', wish(new PushBrowser(origin, 'eve'), { browser }))).status).toBe(202)
  })
})

describe('the same browser', () => {
  test('sees what it is told of, and stops it; another secret sees and stops nothing', async () => {
    const browser = await subscribed('fan')
    const wrong = { ...browser.known, auth: 'x'.repeat(22) }
    expect((await anybody().post('/reminders/browser', wrong)).body).toEqual({ items: [] })
    expect((await anybody().send('DELETE', '/reminders/browser', { body: wrong })).status).toBe(404)
    expect((await anybody().post('/reminders/browser', browser.known)).body).toEqual({
      items: [{ region: 'jiangsu', level, events: ['tickets-open'] }],
    })
    await announce()
    await remind(new Date())
    expect((await anybody().send('DELETE', '/reminders/browser', { body: browser.known })).status).toBe(204)
    await sendDue()
    expect(service.got).toEqual([])
    expect((await anybody().post('/reminders/browser', browser.known)).body).toEqual({ items: [] })
  })

  test('keeps what asks it to practise, which is on its way, when it stops the dates', async () => {
    const browser = await subscribed('ida')
    await announce()
    await remind(new Date())
    const { endpoint: to, keys } = browser.subscription
    const daily = {
      ...{ channel: 'push' as const, purpose: 'practice', to, keys },
      subject: '今天的八题',
      text: '去做',
    }
    await write((tx) => queueMessage(tx, daily, new Date()))
    await anybody().send('DELETE', '/reminders/browser', { body: browser.known })
    await sendDue()
    expect(service.got.map(({ body }) => browser.read(body))).toEqual([
      expect.objectContaining({ title: '今天的八题' }),
    ])
  })

  test('goes on under another address that its maker gives it', async () => {
    const before = await subscribed('gao')
    const after = new PushBrowser(origin, 'gao-anew')
    const move = (auth: string) =>
      anybody().send('PUT', '/reminders/browser', {
        body: { from: { ...before.known, auth }, to: after.subscription },
      })
    expect((await move('x'.repeat(22))).status).toBe(404)
    expect((await move(before.known.auth)).status).toBe(204)
    await announce()
    await tell()
    expect(service.got.map((one) => one.path)).toEqual(['/send/gao-anew'])
    expect(after.read(service.got[0]?.body ?? Buffer.alloc(0))).toMatchObject({ title: '打印准考证（江苏）' })
  })
})

test('quiet hours hold for what is tried again, and end at eight', async () => {
  const night = '2030-05-18T01:59:50Z'
  clockAt(night)
  await announce()
  await subscribed('hu')
  service.answers.push({ status: 500 })
  await tell()
  for (const at of ['2030-05-18T02:01:00Z', '2030-05-18T08:00:00Z', '2030-05-18T11:59:59Z']) {
    clockAt(at)
    await sendDue()
    expect(service.got).toHaveLength(1)
  }
  clockAt('2030-05-18T12:00:00Z')
  await sendDue()
  expect(service.got).toHaveLength(2)
})

test('the channels are told with the key that a browser needs', async () => {
  const { body } = await anybody().get('/reminders/channels')
  expect(body).toEqual({ push: process.env.VAPID_PUBLIC_KEY, sms: false })
})
