import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { examEvents } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { seedEvents } from '@/domain/events/commands'
import { type ExamEvent, eventSchema } from '@/domain/events/input'
import { eventKinds } from '@/domain/events/kinds'
import type { CalendarView } from '@/domain/events/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug
const event = (more: object): ExamEvent =>
  eventSchema.parse({ year: 2030, kind: 'exam', status: 'announced', certainty: 'official', ...more })

const source = { title: '关于考试的通知', publisher: '考试中心', date: '2030-01-02' }
const days = { startsAt: '2030-05-04', endsAt: '2030-05-05' }
const calendar = [
  event({ ...days, source, note: '第一天下午开考。' }),
  event({ region: 'hubei', status: 'postponed', startsAt: '2030-06-01' }),
  event({ region: 'jiangsu', kind: 'registration-closes', startsAt: '2030-03-28T16:00' }),
  event({ kind: 'scores', status: 'expected', startsAt: '2030-07-25', certainty: 'unverified' }),
  event({ kind: 'certificates', status: 'unannounced', certainty: 'unverified' }),
  event({ year: 2029, status: 'held', startsAt: '2029-05-05', endsAt: '2029-05-06' }),
]

const anybody = new Browser('198.51.100.9')
const read = async (query = '') => (await anybody.get<CalendarView>(`/events?${query}`)).body
const item = (view: CalendarView, kind: string) => view.items.find((one) => one.kind === kind)
const feed = (query = '', headers: Record<string, string> = {}) =>
  anybody.send('GET', `/calendar.ics?${query}`, { headers })
const rows = () => db().select().from(examEvents).where(eq(examEvents.examSlug, exam))

beforeAll(() => seedExam(files, now).then(() => undefined))
beforeEach(async () => {
  clockAt(now.toISOString())
  await seedEvents(exam, [], now)
  await seedEvents(exam, calendar, now)
})

describe('the calendar', () => {
  test("is the coming year's, in order, with what the whole country has and how far it is", async () => {
    const view = await read()
    expect(view).toMatchObject({ region: '', year: 2030, today: '2030-01-14', years: [2030, 2029] })
    expect(view.items.map((one) => one.kind)).toEqual(eventKinds)
    expect(item(view, 'exam')).toEqual({
      kind: 'exam',
      scope: 'national',
      event: { status: 'announced', ...days, note: '第一天下午开考。', source, certainty: 'official' },
      countdown: { state: 'days', days: 110, expected: false },
    })
    expect(item(view, 'scores')?.countdown).toEqual({ state: 'days', days: 192, expected: true })
    expect(item(view, 'certificates')).toMatchObject({ event: { status: 'unannounced' }, countdown: null })
    expect(item(view, 'tickets-open')).toEqual({ kind: 'tickets-open', scope: 'none', event: null, countdown: null })
  })

  test("shows the province's own before the whole country's, and nothing of another", async () => {
    const hubei = await read('region=hubei')
    expect(item(hubei, 'exam')).toMatchObject({ scope: 'province', event: { status: 'postponed', endsAt: null } })
    expect(item(hubei, 'registration-closes')?.scope).toBe('none')
    const jiangsu = await read('region=jiangsu')
    expect(item(jiangsu, 'exam')).toMatchObject({ scope: 'national', event: days })
    expect(item(jiangsu, 'registration-closes')).toMatchObject({ scope: 'province' })
  })

  test('of another year, of none, and of no province', async () => {
    expect(item(await read('year=2029'), 'exam')).toMatchObject({ event: { status: 'held' }, countdown: null })
    expect((await read('year=2001')).items.every((one) => one.event === null)).toBe(true)
    expect((await anybody.get('/events?region=atlantis')).status).toBe(422)
    expect((await anybody.get('/events?year=soon')).status).toBe(422)
  })

  test('says that the exam is on by the days of its own zone', async () => {
    clockAt('2030-05-04T03:59:00Z')
    expect(item(await read(), 'exam')?.countdown).toEqual({ state: 'days', days: 1, expected: false })
    clockAt('2030-05-04T04:00:00Z')
    expect(item(await read(), 'exam')?.countdown).toEqual({ state: 'under-way' })
    clockAt('2030-05-06T04:00:00Z')
    expect(item(await read('year=2030'), 'exam')?.countdown).toBeNull()
  })
})

describe('seeding again', () => {
  const later = new Date('2030-02-01T00:00:00Z')
  const one = async (kind: string, region = '') =>
    (await rows()).find((row) => row.year === 2030 && row.kind === kind && row.region === region)

  test('counts what changed, and touches nothing else', async () => {
    const [first, ...others] = calendar
    if (!first) throw new Error('no event')
    await seedEvents(exam, [{ ...first, startsAt: '2030-05-11', endsAt: '2030-05-12' }, ...others], later)
    expect(await one('exam')).toMatchObject({ startsAt: '2030-05-11', sequence: 1, updatedAt: later })
    expect(await one('exam', 'hubei')).toMatchObject({ sequence: 0, updatedAt: now })
    await seedEvents(exam, calendar, later)
    expect(await one('exam')).toMatchObject({ startsAt: '2030-05-04', sequence: 2 })
    await seedEvents(exam, calendar, new Date('2030-03-01T00:00:00Z'))
    expect(await one('exam')).toMatchObject({ sequence: 2, updatedAt: later, source })
  })

  test('lets go of what left the file', async () => {
    await seedEvents(exam, calendar.slice(0, 1), later)
    expect((await rows()).map((row) => [row.kind, row.region])).toEqual([['exam', '']])
  })
})

describe('the feed', () => {
  const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const summaries = (text: string) => eventsIn(text).map((one) => String(one.getFirstPropertyValue('summary')))

  test('is iCalendar, of everything with a date', async () => {
    const reply = await feed()
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(summaries(reply.text)).toEqual([
      '考试·评茶员考试',
      '成绩查询（预计）（待核对）·评茶员考试',
      '考试·评茶员考试',
    ])
    expect(reply.text).toContain('X-WR-CALNAME:评茶员考试日程·全国\r\n')
    expect(reply.text).toContain('DTSTAMP:20300115T020000Z\r\n')
  })

  test('of a province has its own, in the time of the exam, and names the papers of a level', async () => {
    const { text } = await feed('region=jiangsu&level=leaf')
    expect(text).toContain('X-WR-CALNAME:评茶员考试日程·江苏·Leaf\r\n')
    expect(text).toContain('DTSTART:20300328T200000Z\r\n')
    expect(summaries(text)).toContain('报名截止（江苏）·评茶员考试')
    const told = eventsIn(text).filter((one) =>
      String(one.getFirstPropertyValue('description')).startsWith('Leaf考：Green Tea。'),
    )
    expect(told.map((one) => one.getFirstPropertyValue('uid'))).toEqual([
      'tea-taster-2030-exam-national@yilian',
      'tea-taster-2029-exam-national@yilian',
    ])
    expect((await feed('level=none')).status).toBe(404)
    expect((await feed('region=atlantis')).status).toBe(422)
  })

  test('is not sent again to who has it, and is another when an event is', async () => {
    const first = await feed()
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    clockAt('2030-01-16T00:00:00Z')
    await seedEvents(exam, calendar, new Date('2030-01-16T00:00:00Z'))
    expect(await feed('', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' })
    const uids = (text: string) => eventsIn(text).map((one) => one.getFirstPropertyValue('uid'))
    await seedEvents(exam, [event({ startsAt: '2030-05-11' }), ...calendar.slice(1)], now)
    const second = await feed('', { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(second.text).toContain('SEQUENCE:1\r\n')
    expect(uids(second.text)).toEqual(uids(first.text))
  })
})
