import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type FeedEvent, type FeedWords, feedOf } from '@/domain/events/feed'
import { folded, icsText } from '@/domain/events/ics'
import { eventKinds, eventStatuses } from '@/domain/events/kinds'

const words: FeedWords = {
  ...{
    name: '日程·江苏',
    exam: '考试',
    papers: '初级考：甲、乙。',
    unverified: '待核对',
    source: '来源：',
    more: '以公告为准。',
  },
  kind: Object.fromEntries(eventKinds.map((kind) => [kind, kind])) as FeedWords['kind'],
  status: Object.fromEntries(eventStatuses.map((status) => [status, status])) as FeedWords['status'],
  region: (slug) => slug,
}
const event = (more: Partial<FeedEvent> = {}): FeedEvent => ({
  ...{ id: 'social-work/2027/exam/national', year: 2027, kind: 'exam', region: '', status: 'announced' },
  ...{ startsAt: '2027-05-22', endsAt: '2027-05-23', note: '', source: null, certainty: 'official' },
  ...{ sequence: 3, updatedAt: new Date('2027-01-05T06:07:08.900Z') },
  ...more,
})
const url = 'https://yilian.example/calendar?region=jiangsu'
const feed = (...events: FeedEvent[]) => feedOf({ events, timeZone: 'Asia/Shanghai', words, url })
/** As another program reads it. */
const readBack = (text: string) => new ICAL.Component(ICAL.parse(text))
const firstIn = (text: string) => {
  const found = readBack(text).getFirstSubcomponent('vevent')
  if (!found) throw new Error('no event')
  return found
}
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('the feed', () => {
  test('says of itself what calendar programs ask', () => {
    expect(linesOf(feed(event()))).toEqual(
      expect.arrayContaining([
        ...[
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          'X-WR-CALNAME:日程·江苏',
          'X-WR-TIMEZONE:Asia/Shanghai',
          'METHOD:PUBLISH',
        ],
        ...['REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H', 'END:VCALENDAR', ''],
      ]),
    )
  })

  test('days are days everywhere, and end on the day after the last', () => {
    const lines = linesOf(feed(event()))
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['UID:social-work-2027-exam-national@yilian', 'DTSTAMP:20270105T060708Z', 'LAST-MODIFIED:20270105T060708Z'],
        ...['SEQUENCE:3', 'DTSTART;VALUE=DATE:20270522', 'DTEND;VALUE=DATE:20270524', 'STATUS:CONFIRMED', `URL:${url}`],
      ]),
    )
    expect(linesOf(feed(event({ endsAt: null })))).toContain('DTEND;VALUE=DATE:20270523')
  })

  test('a minute is an instant; what has no length has no end', () => {
    const closes = event({ startsAt: '2027-03-26T16:00', endsAt: null })
    expect(linesOf(feed(closes))).toContain('DTSTART:20270326T080000Z')
    expect(linesOf(feed(closes)).some((line) => line.startsWith('DTEND'))).toBe(false)
    expect(linesOf(feed({ ...closes, endsAt: '2027-03-27T00:30' }))).toContain('DTEND:20270326T163000Z')
    // Until the last day is over.
    expect(linesOf(feed({ ...closes, endsAt: '2027-03-27' }))).toContain('DTEND:20270327T160000Z')
    expect(linesOf(feed(event({ endsAt: '2027-05-23T14:00' })))).toContain('DTEND;VALUE=DATE:20270524')
  })

  test.each<[Partial<FeedEvent>, string, string]>([
    [{ status: 'expected' }, 'TENTATIVE', 'exam（expected）·考试'],
    [{ status: 'postponed' }, 'CONFIRMED', 'exam（postponed）·考试'],
    [{ status: 'cancelled', region: 'hubei' }, 'CANCELLED', 'exam（hubei）（cancelled）·考试'],
    [{ status: 'announced', certainty: 'unverified' }, 'TENTATIVE', 'exam（待核对）·考试'],
    [{ status: 'held' }, 'CONFIRMED', 'exam·考试'],
  ])('%o is %s', (more, status, summary) => {
    const found = firstIn(feed(event(more)))
    expect(found.getFirstPropertyValue('status')).toBe(status)
    expect(found.getFirstPropertyValue('summary')).toBe(summary)
  })

  test('tells the papers at the exam alone, the source, and what to rely on', () => {
    const of = event({ note: '周六下午起。', source: { title: '通知', publisher: '考试中心' } })
    const description = (one: FeedEvent) => firstIn(feed(one)).getFirstPropertyValue('description')
    expect(description(of)).toBe(`初级考：甲、乙。\n周六下午起。\n来源：通知，考试中心\n以公告为准。\n${url}`)
    expect(description({ ...of, kind: 'scores', note: '', source: null })).toBe(`以公告为准。\n${url}`)
  })
})

const hostile = '好,坏;\\n\\\r\nEND:VEVENT\rBEGIN:VEVENT\nUID:evil\u2028X:1\u0085Y:2\u0000\u0007\u001b"\t:'

describe('whatever an editor types', () => {
  test('begins no line of its own, and comes back as it was but for its breaks and control characters', () => {
    const text = feed(event({ note: hostile, source: { title: hostile, publisher: hostile } }))
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1)
    expect(linesOf(text).filter((line) => /^(UID:evil|X:1|Y:2)/.test(line))).toEqual([])
    const plain = '好,坏;\\n\\\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil\nX:1\nY:2"\t:'
    expect(firstIn(text).getFirstPropertyValue('description')).toBe(
      `初级考：甲、乙。\n${plain}\n来源：${plain}，${plain}\n以公告为准。\n${url}`,
    )
  })

  const anything = fc.string({
    unit: fc.oneof(fc.constantFrom(...hostile, '长', '😀', '👨‍👩‍👧'), fc.string({ unit: 'grapheme' })),
  })

  test('lines are 75 octets at most, break within no character, and unfold to what was folded', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = `SUMMARY:${icsText(text)}`
        const parts = folded(line).split('\r\n')
        for (const part of parts) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
          expect(Buffer.from(part).toString()).toBe(part)
        }
        expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(line)
        expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true)
      }),
    )
  })

  test('another program reads one event with the same text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const wanted = text.replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '')
        const all = readBack(feed(event({ kind: 'scores', note: `-${text}-` }))).getAllSubcomponents('vevent')
        expect(all).toHaveLength(1)
        expect(all[0]?.getFirstPropertyValue('description')).toBe(`-${wanted}-\n以公告为准。\n${url}`)
      }),
    )
  })
})
