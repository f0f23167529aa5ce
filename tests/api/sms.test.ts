import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries, reminders, throttles } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { queueMessage } from '@/domain/deliveries/commands'
import { reminderNamed, shortToken } from '@/lib/reminders/stop'
import { SmsProvider } from '../support/sms-provider'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

const files = teaFiles()
const level = files.exam.levels[0]?.slug ?? ''
const provider = new SmsProvider()
// Noon in the exam's zone, New York.
const noon = '2030-05-17T16:00:00Z'
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000)
const phone = '+8613800138000'
const anybody = () => new Browser(`198.51.100.${Math.floor(Math.random() * 200)}`)

const keys = { SMS_KEY_ID: 'key-id', SMS_KEY_SECRET: 'key-secret', SMS_SIGN_NAME: '一练' }
const templates = { SMS_TEMPLATE_CODE: 'T-code', SMS_TEMPLATE_REMINDER: 'T-reminder' }

let endpoint = ''
beforeAll(async () => {
  endpoint = await provider.open()
  await seedExam(files, new Date('2030-01-15T02:00:00Z'))
})
afterAll(() => {
  vi.useRealTimers()
  return provider.close()
})
beforeEach(async () => {
  clockAt(noon)
  provider.got.length = 0
  await write(async (tx) => {
    for (const table of [reminders, deliveries, throttles]) await tx.delete(table)
  })
})
afterEach(() => vi.unstubAllEnvs())

/** What a process does that has just started with these settings. */
async function start(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  const { sendDue } = await import('@/lib/deliveries/send')
  const { log } = await import('@/lib/log')
  const world = await import('../support/world')
  return {
    sendDue,
    info: vi.spyOn(log(), 'info'),
    fresh: () => new world.Browser(`203.0.113.${100 + Math.floor(Math.random() * 100)}`),
  }
}
const startWith = (name: 'aliyun' | 'tencent') =>
  start({ SMS_PROVIDER: name, SMS_ENDPOINT: endpoint, SMS_APP_ID: '1400', ...keys, ...templates })

const queue = (purpose: 'reminder' | 'sms-code', params: Record<string, string>) =>
  write((tx) => queueMessage(tx, { channel: 'sms', purpose, to: phone, subject: '', text: '', params }, new Date()))
const states = () =>
  db().select({ state: deliveries.state, fault: deliveries.fault, dueAt: deliveries.dueAt }).from(deliveries)

describe.each([
  {
    name: 'aliyun' as const,
    number: '13800138000',
    params: ['what,打印准考证', 'region,江苏'],
    busy: 'isv.BUSINESS_LIMIT_CONTROL',
    theirs: 'isp.SYSTEM_ERROR',
    wrong: 'isv.MOBILE_NUMBER_ILLEGAL',
  },
  {
    name: 'tencent' as const,
    number: phone,
    params: ['打印准考证', '江苏'],
    busy: 'LimitExceeded.PhoneNumberOneHourLimit',
    theirs: 'InternalError.SendAndRecvFail',
    wrong: 'InvalidParameterValue.IncorrectPhoneNumber',
  },
])('$name, by its own client', ({ name, number, params, busy, theirs, wrong }) => {
  test('is asked for a template with what fills it, signed by the keys', async () => {
    const { sendDue } = await startWith(name)
    await queue('reminder', { what: '打印准考证', region: '江苏' })
    await sendDue()
    expect(provider.got).toEqual([{ number, sign: '一练', template: 'T-reminder', params, signed: true }])
    expect(await states()).toMatchObject([{ state: 'sent', fault: null }])
  })

  test.each([
    ['too many at once: an hour later', busy, 3600],
    ['a fault of theirs: a minute later', theirs, 60],
    ['no answer that one can read: a minute later', 'HTTP 500', 60],
  ])('%s', async (_, code, seconds) => {
    const { sendDue } = await startWith(name)
    await queue('reminder', { what: 'x' })
    provider.codes.push(code)
    await sendDue()
    const [one] = await states()
    expect(one).toMatchObject({ state: 'due', dueAt: later(seconds) })
    clockAt(later(seconds).toISOString())
    await sendDue()
    expect(await states()).toMatchObject([{ state: 'sent' }])
  })

  test('a number that is none is given up', async () => {
    const { sendDue } = await startWith(name)
    await queue('reminder', { what: 'x' })
    provider.codes.push(wrong)
    await sendDue()
    expect(await states()).toMatchObject([{ state: 'given-up', fault: `${name} ${wrong}` }])
    expect(JSON.stringify(await db().select().from(deliveries))).not.toContain('138')
  })
})

describe('without a provider', () => {
  test('nobody is offered SMS, and who asks for it all the same is refused', async () => {
    const { fresh } = await start({ SMS_PROVIDER: '' })
    expect((await fresh().get('/reminders/channels')).body).toMatchObject({ sms: false })
    expect((await fresh().post('/reminders', wish())).status).toBe(404)
    expect((await fresh().post('/reminders/codes', { phone })).status).toBe(404)
  })

  test('for trying out, the log shows what would be sent, and not the whole number', async () => {
    const { sendDue, info } = await start({ SMS_PROVIDER: 'log' })
    await queue('sms-code', { code: '123456' })
    await sendDue()
    const line = JSON.stringify(info.mock.calls)
    expect(line).toContain('123456')
    expect(line).not.toContain('13800138000')
    expect(line).toContain('8000')
  })
})

const wish = (more: object = {}) => ({
  ...{ channel: 'sms', phone: '138 0013 8000', region: 'jiangsu', level, events: ['tickets-open'], ...more },
})
const codeSent = async () => {
  const rows = await db().select({ params: deliveries.params }).from(deliveries).orderBy(deliveries.createdAt)
  return rows.at(-1)?.params?.code ?? ''
}
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const standing = () => db().$count(reminders, eq(reminders.status, 'standing'))

describe('a number', () => {
  // What is queued stays so, and its code can be read here.
  beforeEach(() => vi.stubEnv('SMS_PROVIDER', 'log'))
  const held = async () => {
    vi.resetModules()
    const { sendDue } = await import('@/lib/deliveries/send')
    vi.spyOn(await import('@/domain/deliveries/commands'), 'takeDue').mockResolvedValue([])
    return sendDue
  }

  test('is told when it has confirmed by a code; ten minutes later the code is none', async () => {
    await held()
    const { Browser: Fresh } = await import('../support/world')
    const browser = new Fresh('203.0.113.5')
    expect(await browser.post('/reminders', wish())).toMatchObject({ status: 202, body: { delivery: 'sms' } })
    const code = await codeSent()
    expect(code).toMatch(/^\d{6}$/)
    expect(JSON.stringify(await db().select().from(reminders))).not.toContain(code)
    const confirm = (given: string) =>
      browser.post('/reminders/confirmations', { phone: '+86 138 0013 8000', code: given })
    expect((await confirm(other(code))).status).toBe(410)
    clockAt(later(601).toISOString())
    expect((await confirm(code)).status).toBe(410)
    clockAt(later(599).toISOString())
    expect((await confirm(code)).status).toBe(200)
    expect(await db().select({ address: reminders.address, status: reminders.status }).from(reminders)).toEqual([
      { address: phone, status: 'standing' },
    ])
  })

  test('five guesses, and then not even the right one', async () => {
    await held()
    const { Browser: Fresh } = await import('../support/world')
    const browser = new Fresh('203.0.113.6')
    await browser.post('/reminders', wish())
    const code = await codeSent()
    const confirm = (given: string) => browser.post('/reminders/confirmations', { phone, code: given })
    for (let tries = 0; tries < 5; tries++) expect((await confirm(other(code))).status).toBe(410)
    expect((await confirm(code)).status).toBe(429)
  })

  test('five codes a day, and nobody who asks is told that there were no more', async () => {
    await held()
    const { Browser: Fresh } = await import('../support/world')
    for (let n = 0; n < 7; n++)
      expect((await new Fresh(`203.0.113.${20 + n}`).post('/reminders', wish())).status).toBe(202)
    expect(await db().$count(deliveries)).toBe(5)
  })

  test('one who asks for ten numbers is told to wait', async () => {
    await held()
    const { Browser: Fresh } = await import('../support/world')
    const browser = new Fresh('203.0.113.40')
    const ask = (n: number) => browser.post('/reminders', wish({ phone: `1380013${8000 + n}` }))
    for (let n = 0; n < 10; n++) expect((await ask(n)).status).toBe(202)
    expect((await ask(11)).status).toBe(429)
  })

  test('stops all of its reminders by a code, and learns nothing when it has none', async () => {
    await held()
    const { Browser: Fresh } = await import('../support/world')
    const browser = new Fresh('203.0.113.7')
    expect((await browser.post('/reminders/codes', { phone })).status).toBe(204)
    expect(await db().$count(deliveries)).toBe(0)
    for (const region of ['jiangsu', 'hubei']) {
      await browser.post('/reminders', wish({ region }))
      await browser.post('/reminders/confirmations', { phone, code: await codeSent() })
      clockAt(later(region === 'jiangsu' ? 1 : 2).toISOString())
    }
    expect(await standing()).toBe(2)
    expect((await browser.post('/reminders/codes', { phone })).status).toBe(204)
    const code = await codeSent()
    const stop = (given: string) => browser.send('DELETE', '/reminders/codes', { body: { phone, code: given } })
    expect((await stop(other(code))).status).toBe(410)
    expect(await standing()).toBe(2)
    expect((await stop(code)).status).toBe(204)
    expect(await standing()).toBe(0)
  })
})

test('the link in an SMS is short enough for a template, and opens its own reminder alone', () => {
  const id = '2f0a3c1e-5b7d-4e8f-9a1b-0c2d4e6f8a9b'
  const token = shortToken(id)
  expect(token).toHaveLength(34)
  expect(reminderNamed(token)).toBe(id)
  expect(() => reminderNamed(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toThrow('token-invalid')
  expect(() => reminderNamed(`A${token.slice(1)}`)).toThrow('token-invalid')
})

test.each(['12345678901', '2380013800', '+85291234567', '+1 212 555 0100', 'nobody'])(
  '%s is no number for it',
  async (typed) => {
    vi.stubEnv('SMS_PROVIDER', 'log')
    vi.resetModules()
    const { Browser: Fresh } = await import('../support/world')
    expect((await new Fresh('203.0.113.9').post('/reminders', wish({ phone: typed }))).status).toBe(422)
    expect(await anybody().get('/reminders/channels')).toMatchObject({ status: 200 })
  },
)
