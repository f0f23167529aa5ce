import { describe, expect, test } from 'vitest'
import { type AttemptRecord, type Entry, isRecord, type Outbox, type Practice } from '@/components/attempts/entries'
import { nextRequest } from '@/components/attempts/next-request'
import { settle } from '@/components/attempts/outbox'
import { drillPath, nameOf, practiceIn } from '@/components/drill/scope'

const id = '11111111-1111-4111-8111-111111111111'
const entry: Entry = { attempt: id, kind: 'start', key: '1-a' }
const recordOf = (practice: Practice, changes: Partial<AttemptRecord> = {}): AttemptRecord => ({
  ...practice,
  id,
  sendAs: id,
  set: nameOf(practice),
  feedback: 'each',
  restarts: 0,
  finished: false,
  startedAt: 0,
  ...changes,
})
const outboxOf = (record: AttemptRecord): Outbox => ({ entries: [entry], records: [record], given: [] })
/** As it goes over the line: what is undefined is not sent. */
const sentFor = (record: AttemptRecord) => JSON.parse(JSON.stringify(nextRequest(outboxOf(record))?.body))

const subject = 'junior-practice'
const chapter: Practice = { mode: 'chapter', subject, chapter: 'casework' }
const custom: Practice = { mode: 'custom', subject, chapters: ['a', 'b'], count: 10, pick: 'unseen' }

describe('an attempt of any mode', () => {
  test.each([
    ['a chapter', chapter],
    ['mistakes', { mode: 'mistakes', subject } as Practice],
    ['a custom set', custom],
    ['a day', { mode: 'daily', subject, on: '2026-11-23' } as Practice],
  ])('%s begins with what was chosen, and nothing else', (_, practice) => {
    expect(sentFor(recordOf(practice))).toEqual({ ...practice, id, feedback: 'each' })
  })

  test('what lies in storage from before other modes is a daily set', () => {
    const { mode: _, ...old } = recordOf({ mode: 'daily', subject, on: '2026-11-23' })
    expect(isRecord(JSON.parse(JSON.stringify(old)))).toBe(true)
    expect(sentFor(old)).toEqual({ id, mode: 'daily', subject, on: '2026-11-23', feedback: 'each' })
  })

  test('beginning anew is said until the server has heard it, and not again', () => {
    const record = recordOf(chapter, { again: true })
    expect(sentFor(record)).toMatchObject({ again: true })
    const outbox = outboxOf(record)
    const request = nextRequest(outbox)
    if (!request) throw new Error('nothing waits')
    const state = { id, feedback: 'each', finishedAt: null, questions: [] }
    const settled = settle(request, { ok: true, body: state }, outbox, 'fresh')
    expect(settled.record?.again).toBeUndefined()
    expect(sentFor(settled.record ?? record)).not.toHaveProperty('again')
  })

  test('that nothing fits is told with its reason', () => {
    const outbox = outboxOf(recordOf(custom))
    const request = nextRequest(outbox)
    if (!request) throw new Error('nothing waits')
    const refusal = { ok: false, status: 409, code: 'no-questions', current: undefined } as const
    const { remove, notices } = settle(request, refusal, outbox, 'fresh')
    expect(remove).toEqual([entry.key])
    expect(notices).toEqual([{ kind: 'dropped', attempt: id, code: 'no-questions' }])
  })

  test.each([
    [{ ...recordOf(custom), chapters: 'a' }],
    [{ ...recordOf(custom), count: '10' }],
    [{ ...recordOf(chapter), chapter: 1 }],
    [{ ...recordOf(chapter), mode: null }],
  ])('a record of another shape is not ours: %j', (alien) => {
    expect(isRecord(alien)).toBe(false)
  })
})

describe('what an address asks for', () => {
  const read = (search: string) => practiceIn(new URLSearchParams(search), subject)

  test.each([chapter, custom, { mode: 'favourites', subject } as Practice])(
    'comes back as it was written: %j',
    (one) => {
      expect(read(drillPath(one).split('?')[1] ?? '')).toEqual(one)
    },
  )

  test('there is one custom set at a time, and a drill for each chapter', () => {
    const names = [
      'mode=custom&chapters=b,a&count=5',
      'mode=custom',
      'mode=chapter&chapter=a',
      'mode=chapter&chapter=b',
    ]
    expect(new Set(names.map((search) => nameOf(read(search) ?? custom))).size).toBe(3)
  })

  test.each(['', 'mode=mock', 'mode=chapter', 'mode=chapter&chapter='])('nothing that there is: %j', (search) => {
    expect(read(search)).toBeNull()
  })

  test('numbers that no set can have become the usual ones', () => {
    for (const count of ['0', '101', '2.5', 'x', ''])
      expect(read(`mode=custom&count=${count}&pick=none`)).toEqual({ mode: 'custom', subject, count: 10, pick: 'all' })
  })
})
