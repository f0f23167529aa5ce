import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { attempts, checkIns, deliveries, practiceReminders, reminders, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { eraseGuest } from '@/domain/data-rights/erase-commands'
import { instantOf } from '@/domain/exams/zone'
import { sweepGuests } from '@/domain/users/commands'
import { outsideTheStore } from '@/lib/forget'
import { remindOfPractice } from '@/lib/reminders/job'
import { practiceToken } from '@/lib/reminders/stop'
import { PushBrowser, vapidEnv } from '../support/push-service'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, member } from '../support/world'

const { exam } = teaFiles()
const service = 'http://127.0.0.1:1'
const at = (clock: string, day = '2030-05-17') => instantOf(exam.timeZone, `${day}T${clock}`)
const evening = 20 * 60

beforeAll(async () => {
  for (const [name, value] of Object.entries({ ...vapidEnv(), PUSH_HOSTS: service })) vi.stubEnv(name, value)
  await seedExam(teaFiles(), new Date('2030-01-15T02:00:00Z'))
})
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
beforeEach(async () => {
  clockAt(at('07:00').toISOString())
  await write(async (tx) => {
    for (const table of [deliveries, practiceReminders, checkIns, attempts]) await tx.delete(table)
  })
})

type Daily = { items: { channel: string; minute: number; endpoint: string | null }[] }
const put = (browser: Browser, body: object) => browser.send<Daily>('PUT', '/me/practice-reminders', { body })
const byMail = { channel: 'mail', minute: evening }
async function guest(name: string) {
  const browser = new Browser()
  await browser.post('/guest')
  const push = new PushBrowser(service, name)
  const daily = { channel: 'push', minute: evening, browser: push.subscription }
  return { browser, push, daily }
}
const queued = () =>
  db()
    .select({
      channel: deliveries.channel,
      to: deliveries.to,
      purpose: deliveries.purpose,
      stopUrl: deliveries.stopUrl,
    })
    .from(deliveries)
/** The job, at some moment; what it queues stays where it is. */
async function ask(when: Date) {
  vi.spyOn(await import('@/lib/deliveries/send'), 'sendSoon').mockReturnValue()
  await remindOfPractice(when)
}

async function checkIn(userId: string, day = '2030-05-17') {
  const id = randomUUID()
  const subjectSlug = exam.subjects[0]?.slug ?? ''
  const about = { examSlug: exam.slug, userId }
  await write(async (tx) => {
    await tx
      .insert(attempts)
      .values({ ...about, id, subjectSlug, mode: 'daily', feedback: 'each', startedAt: at('07:30') })
    const done = { kind: 'done' as const, score: 1, maxScore: 1, createdAt: at('07:40') }
    await tx.insert(checkIns).values({ ...about, ...done, day, attemptId: id })
  })
}

describe('a member asks for a daily mail', () => {
  test('which comes once a day, at the minute that was chosen', async () => {
    const ana = await member()
    expect(await put(ana, byMail)).toMatchObject({
      status: 200,
      body: { items: [{ channel: 'mail', minute: evening, endpoint: null }] },
    })
    await ask(at('19:59'))
    expect(await queued()).toEqual([])
    await Promise.all([ask(at('20:00')), ask(at('20:00')), ask(at('20:01'))])
    await ask(at('21:59'))
    expect(await queued()).toEqual([
      { channel: 'mail', to: ana.email, purpose: 'practice', stopUrl: expect.stringContaining('practice.') },
    ])
    await ask(at('20:00', '2030-05-18'))
    expect(await queued()).toHaveLength(2)
  })

  test.each([
    ['22:00', 1],
    ['22:01', 0],
    ['23:59', 0],
  ])('late, when the server was down until %s: %d', async (clock, count) => {
    const ben = await member()
    await put(ben, byMail)
    await ask(at(clock))
    expect(await queued()).toHaveLength(count)
  })

  test('not on a day that is done, nor when the minute had passed when it was chosen', async () => {
    const [cai, dan] = [await member(), await member()]
    await put(cai, byMail)
    await checkIn(cai.id)
    clockAt(at('20:30').toISOString())
    await put(dan, byMail)
    await ask(at('20:31'))
    expect(await queued()).toEqual([])
    await ask(at('20:00', '2030-05-18'))
    expect((await queued()).map((one) => one.to).sort()).toEqual([cai.email, dan.email].sort())
  })

  test('not to who was shut out, or leaves', async () => {
    const [eva, fan] = [await member(), await member()]
    for (const one of [eva, fan]) await put(one, byMail)
    await write((tx) =>
      tx
        .update(users)
        .set({ disabledAt: at('08:00') })
        .where(eq(users.id, eva.id)),
    )
    await write((tx) =>
      tx
        .update(users)
        .set({ eraseAt: at('08:00', '2030-05-24') })
        .where(eq(users.id, fan.id)),
    )
    await ask(at('20:00'))
    expect(await queued()).toEqual([])
  })

  test('and stops it by one click in the mail, or in the settings', async () => {
    const gao = await member()
    const stop = (token: string) =>
      new Browser().send('POST', `/reminders/stop?token=${token}`, { headers: { origin: '' } })
    await put(gao, byMail)
    expect((await stop(`${practiceToken(gao.id).slice(0, -1)}!`)).status).toBe(410)
    expect((await stop(practiceToken(gao.id).replace('practice.', ''))).status).toBe(410)
    expect((await stop(practiceToken(gao.id))).status).toBe(204)
    expect((await gao.get('/me/practice-reminders')).body).toEqual({ items: [] })
    await put(gao, byMail)
    expect((await gao.send('DELETE', '/me/practice-reminders', { body: { channel: 'mail' } })).status).toBe(204)
    await ask(at('20:00'))
    expect(await queued()).toEqual([])
  })
})

describe('on a browser', () => {
  test('a guest too is asked; a mail needs an account', async () => {
    const { browser, push, daily } = await guest('hu')
    expect((await put(browser, daily)).status).toBe(200)
    expect((await put(browser, byMail)).status).toBe(401)
    expect((await new Browser().get('/me/practice-reminders')).status).toBe(401)
    await ask(at('20:00'))
    expect(await queued()).toMatchObject([{ channel: 'push', to: push.endpoint }])
  })

  test('who joins a member takes it along, once', async () => {
    const { browser, push, daily } = await guest('ivy')
    await put(browser, daily)
    const jun = await member()
    browser.cookie = [browser.cookie, jun.cookie].join('; ')
    await put(jun, { ...daily, minute: 300 })
    expect((await browser.post('/me/merge', { join: true })).status).toBe(200)
    expect((await jun.get<Daily>('/me/practice-reminders')).body.items).toEqual([
      { channel: 'push', minute: 300, endpoint: push.endpoint },
    ])
  })

  test('who leaves takes all along that this browser is told of', async () => {
    const { browser, push, daily } = await guest('kim')
    await put(browser, daily)
    const level = exam.levels[0]?.slug
    const wish = { channel: 'push', browser: push.subscription, region: '', level, events: ['exam'] }
    expect((await browser.post('/reminders', wish)).status).toBe(202)
    await ask(at('20:00'))
    const [row] = await db().select().from(practiceReminders)
    await eraseGuest(row?.userId ?? '', at('20:00'), outsideTheStore)
    for (const table of [deliveries, practiceReminders, reminders])
      expect(JSON.stringify(await db().select().from(table))).not.toContain(push.endpoint)
  })

  test('it keeps a guest who has done nothing else', async () => {
    const { browser, daily } = await guest('lea')
    await put(browser, daily)
    const later = at('07:00', '2030-08-17')
    await sweepGuests(later)
    expect(await db().$count(practiceReminders)).toBe(1)
    expect((await browser.get('/me/practice-reminders')).status).toBe(200)
  })

  test('one person has a few of them', async () => {
    const { browser, daily } = await guest('mei')
    const other = (n: number) => ({ ...daily, browser: new PushBrowser(service, `mei-${n}`).subscription })
    for (let n = 0; n < 6; n++) expect((await put(browser, other(n))).status).toBe(200)
    expect((await put(browser, other(6))).status).toBe(409)
  })
})

test.each([
  ['no minute', { channel: 'mail' }],
  ['a minute after midnight', { channel: 'mail', minute: 1440 }],
  ['a part of a minute', { channel: 'mail', minute: 1.5 }],
  ['a browser that is missing', { channel: 'push', minute: 1 }],
])('%s is refused', async (_, body) => {
  const { browser } = await guest('nan')
  expect((await put(browser, body)).status).toBe(422)
})
