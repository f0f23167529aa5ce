import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries, examEvents, reminderSends, reminders } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { ExamDefinition } from '@/domain/exams/definition'
import { instantOf } from '@/domain/exams/zone'
import { forgetReminders } from '@/domain/reminders/commands'
import { queueReminders } from '@/domain/reminders/sending-commands'
import { tellOf } from '@/lib/reminders/letters'
import { stopToken } from '@/lib/reminders/stop'
import { hashToken } from '@/lib/session'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

const files = teaFiles()
const exam: ExamDefinition = files.exam
const level = exam.levels[0]?.slug ?? ''
const tenOn = (day: string) => instantOf(exam.timeZone, `${day}T10:00`)
const morning = tenOn('2030-05-17')
const anybody = () => new Browser(`198.51.100.${Math.floor(Math.random() * 200)}`)

beforeAll(() => seedExam(files, new Date('2030-01-15T02:00:00Z')))
beforeEach(async () => {
  clockAt('2030-05-10T02:00:00Z')
  await write(async (tx) => {
    for (const table of [reminderSends, reminders, examEvents, deliveries]) await tx.delete(table)
  })
})

type Kind = 'tickets-open' | 'exam' | 'scores'
const announce = (kind: Kind, region: string, startsAt = '2030-05-17') =>
  write((tx) =>
    tx.insert(examEvents).values({
      ...{ id: randomUUID(), examSlug: exam.slug, year: 2030, kind, region, status: 'announced' as const },
      ...{ startsAt, endsAt: null, note: '', certainty: 'official' as const, updatedAt: morning },
    }),
  )

/** Somebody whose address has confirmed it. */
async function standing(email: string, region: string, events: Kind[] = ['tickets-open']) {
  const id = randomUUID()
  const row = {
    id,
    examSlug: exam.slug,
    channel: 'mail' as const,
    address: email,
    region,
    level,
    events,
    language: 'zh-CN' as const,
  }
  await write((tx) =>
    tx.insert(reminders).values({ ...row, status: 'standing', askedAt: morning, confirmedAt: morning }),
  )
  return id
}
const queue = (now = morning) => queueReminders(exam, tellOf, now)
const queued = async (email: string) => db().select().from(deliveries).where(eq(deliveries.to, email))
const find = async (email: string) => (await db().select().from(reminders).where(eq(reminders.address, email)))[0]

describe('asking', () => {
  const body = (email: string, more: object = {}) => ({
    email,
    region: 'jiangsu',
    level,
    events: ['tickets-open'],
    ...more,
  })

  test('counts when the address has confirmed it, and not before', async () => {
    const reply = await anybody().post('/reminders', body('Ana@Mail.example'))
    expect(reply.status).toBe(202)
    expect(await find('ana@mail.example')).toMatchObject({ status: 'pending', events: [], asked: ['tickets-open'] })
    await announce('tickets-open', 'jiangsu')
    expect(await queue()).toBe(0)
    const token = 'x'.repeat(43)
    await write((tx) => tx.update(reminders).set({ tokenHash: hashToken(token) }))
    expect((await anybody().post('/reminders/confirmations', { token: 'y'.repeat(43) })).status).toBe(410)
    expect(await anybody().post('/reminders/confirmations', { token })).toMatchObject({
      ...{ status: 200, body: { status: 'standing', region: 'jiangsu', events: ['tickets-open'] } },
    })
    expect((await anybody().post('/reminders/confirmations', { token })).status).toBe(410)
    expect(await queue()).toBe(1)
  })

  test('what is asked for anew waits, and what stood goes on', async () => {
    await standing('bo@mail.example', 'jiangsu')
    expect((await anybody().post('/reminders', body('bo@mail.example', { events: ['exam'] }))).status).toBe(202)
    expect(await find('bo@mail.example')).toMatchObject({
      status: 'standing',
      events: ['tickets-open'],
      asked: ['exam'],
    })
  })

  test('a link that is a week old confirms nothing', async () => {
    await anybody().post('/reminders', body('cai@mail.example'))
    await write((tx) => tx.update(reminders).set({ tokenHash: hashToken('z'.repeat(43)) }))
    clockAt('2030-05-18T02:00:00Z')
    expect((await anybody().post('/reminders/confirmations', { token: 'z'.repeat(43) })).status).toBe(410)
  })

  test.each([
    ['no address', { email: 'nobody' }],
    ['two addresses', { email: 'a@mail.example\nb@mail.example' }],
    ['no region', { region: 'atlantis' }],
    ['no level', { level: 'none' }],
    ['no event', { events: [] }],
    ['an unknown event', { events: ['party'] }],
  ])('%s is refused', async (_, wrong) => {
    expect((await anybody().post('/reminders', body('dan@mail.example', wrong))).status).toBe(422)
    expect(await db().select().from(reminders)).toEqual([])
  })
})

describe('telling', () => {
  test('once, by however many processes, with the source and the way out', async () => {
    const id = await standing('eva@mail.example', 'jiangsu')
    await announce('tickets-open', 'jiangsu')
    await Promise.all([queue(), queue(), queue()])
    await queue(tenOn('2030-05-18'))
    const [mail, ...more] = await queued('eva@mail.example')
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      subject: '打印准考证（江苏）：2030-05-17',
      stopUrl: expect.stringContaining(stopToken(id)),
    })
    expect(mail?.text).toContain('/calendar?region=jiangsu')
  })

  test('what holds in the region: its own date before that of the country', async () => {
    await standing('fan@mail.example', 'jiangsu')
    await standing('gao@mail.example', 'hubei')
    await announce('tickets-open', '')
    await announce('tickets-open', 'jiangsu', '2030-05-20')
    expect(await queue()).toBe(1)
    expect(await queued('gao@mail.example')).toHaveLength(1)
    expect(await queue(tenOn('2030-05-20'))).toBe(1)
    expect((await queued('fan@mail.example'))[0]?.subject).toContain('2030-05-20')
  })

  test('only what was asked for', async () => {
    await standing('han@mail.example', '', ['scores'])
    await announce('tickets-open', '')
    expect(await queue()).toBe(0)
  })

  test('hundreds in short transactions, none twice', async () => {
    await Promise.all(Array.from({ length: 450 }, (_, n) => standing(`p${n}@mail.example`, 'anhui')))
    await announce('tickets-open', 'anhui')
    const sums = await Promise.all([queue(), queue()])
    expect(sums[0] + sums[1]).toBe(450)
    expect(await db().$count(deliveries)).toBe(450)
    expect(await db().$count(reminderSends)).toBe(450)
  })
})

describe('stopping', () => {
  test('by one click in the mail program, which sends neither cookie nor origin', async () => {
    const id = await standing('ivy@mail.example', 'jiangsu')
    await announce('tickets-open', 'jiangsu')
    const reply = await new Browser().send('POST', `/reminders/stop?token=${stopToken(id)}`, {
      headers: { origin: '', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(reply.status).toBe(204)
    expect(await queue()).toBe(0)
    expect(await find('ivy@mail.example')).toMatchObject({ status: 'stopped' })
  })

  test('from the page, which first shows what it is; another seal opens nothing', async () => {
    const id = await standing('jun@mail.example', 'jiangsu')
    const token = stopToken(id)
    expect((await anybody().get(`/reminders?token=${token}`)).body).toMatchObject({
      status: 'standing',
      region: 'jiangsu',
    })
    for (const wrong of [`${id}.${'a'.repeat(32)}`, `${randomUUID()}.${token.split('.')[1]}`, 'x', `${token}x`])
      expect((await anybody().send('DELETE', `/reminders?token=${wrong}`)).status).toBe(410)
    expect((await anybody().send('DELETE', `/reminders?token=${token}`)).status).toBe(204)
    expect((await anybody().send('DELETE', `/reminders?token=${token}`)).status).toBe(204)
  })

  test('an address that goes takes its reminders along', async () => {
    const id = await standing('kim@mail.example', 'jiangsu')
    await announce('tickets-open', 'jiangsu')
    await queue()
    await write((tx) => forgetReminders(tx, 'mail', 'kim@mail.example'))
    expect(await find('kim@mail.example')).toBeUndefined()
    expect(
      await db()
        .select()
        .from(reminderSends)
        .where(and(eq(reminderSends.reminderId, id))),
    ).toEqual([])
  })
})
