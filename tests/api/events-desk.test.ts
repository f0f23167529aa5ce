import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, reminderSends, reminders } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { seedEvents } from '@/domain/events/commands'
import { eventSchema } from '@/domain/events/input'
import type { CalendarView } from '@/domain/events/output'
import { instantOf } from '@/domain/exams/zone'
import { remind } from '@/lib/reminders/job'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, member } from '../support/world'

const files = teaFiles()
const { exam } = files
const level = exam.levels[0]?.slug ?? ''
const ten = instantOf(exam.timeZone, '2030-05-17T10:00')
const announced = {
  ...{ year: 2030, kind: 'tickets-open', region: 'jiangsu', status: 'announced', startsAt: '2030-05-17' },
  ...{ endsAt: '2030-05-23T16:00', note: '', certainty: 'official' },
  source: { title: '关于打印准考证的公告', publisher: '江苏省人事考试网', date: '2030-05-10' },
}

beforeAll(async () => {
  clockAt(ten.toISOString())
  await seedExam(files, ten)
  const row = { examSlug: exam.slug, region: 'jiangsu', level, language: 'zh-CN' as const, askedAt: ten }
  const standing = {
    ...row,
    id: randomUUID(),
    channel: 'mail' as const,
    address: 'ana@mail.example',
    events: ['tickets-open' as const],
  }
  await write((tx) => tx.insert(reminders).values({ ...standing, status: 'standing', confirmedAt: ten }))
})

const rowIn = async (region: string) =>
  (await new Browser().get<CalendarView>(`/events?region=${region}&year=2030`)).body.items.find(
    (one) => one.kind === 'tickets-open',
  )

test('what an editor publishes stands against the file, and who wanted to know is told once', async () => {
  const editor = await member({ role: 'editor' })
  expect((await editor.put('/events', announced)).status).toBe(200)
  expect(await rowIn('jiangsu')).toMatchObject({
    scope: 'province',
    event: { startsAt: '2030-05-17', status: 'announced' },
  })
  // Beside the request, so that an editor does not wait until thousands are told.
  const told = () => db().select().from(reminderSends)
  await expect.poll(told).toMatchObject([{ occasion: '2030/tickets-open/first-day/2030-05-17' }])
  expect((await editor.put('/events', announced)).status).toBe(200)
  await remind(ten)
  expect(await told()).toHaveLength(1)
  const noted = await db().select().from(auditLog).where(eq(auditLog.action, 'event.published'))
  expect(noted).toMatchObject([
    { details: { year: 2030, kind: 'tickets-open', region: 'jiangsu', status: 'announced' } },
  ])

  const file = eventSchema.parse({ ...announced, status: 'unannounced', startsAt: null, endsAt: null, source: null })
  await seedEvents(exam.slug, [file], ten)
  expect(await rowIn('jiangsu')).toMatchObject({ event: { status: 'announced' } })
  await seedEvents(exam.slug, [], ten)
  expect(await rowIn('jiangsu')).toMatchObject({ event: { status: 'announced' } })
})

test.each([
  ['an announced date that is none', { startsAt: null }],
  ['an end before the beginning', { endsAt: '2030-05-01' }],
  ['a day that is none', { startsAt: '2030-02-30' }],
  ['a region that is none', { region: 'atlantis' }],
  ['a kind that is none', { kind: 'party' }],
  ['text without end', { note: 'x'.repeat(301) }],
])('%s is refused', async (_, wrong) => {
  const editor = await member({ role: 'editor' })
  expect((await editor.put('/events', { ...announced, region: 'hubei', ...wrong })).status).toBe(422)
  expect((await rowIn('hubei'))?.scope).not.toBe('province')
})

test('nobody but staff keeps the calendar', async () => {
  expect((await new Browser().put('/events', announced)).status).toBe(401)
  expect((await (await member()).put('/events', announced)).status).toBe(403)
})
