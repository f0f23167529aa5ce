import { describe, expect, test } from 'vitest'
import type { AttemptRecord, Entry, NewEntry, Outbox } from '@/components/attempts/entries'
import { isAnswer, isEntry, isRecord, isRepeated, keyAfter, supersededBy } from '@/components/attempts/entries'
import { nextRequest, type Request } from '@/components/attempts/next-request'
import { type Reply, settle } from '@/components/attempts/outbox'

const local = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'
const fresh = '33333333-3333-4333-8333-333333333333'

const record: AttemptRecord = {
  id: local,
  sendAs: local,
  set: 'junior-practice:2026-11-23',
  subject: 'junior-practice',
  on: '2026-11-23',
  feedback: 'each',
  restarts: 0,
  finished: false,
  startedAt: 0,
}
const given = (...choices: string[]) => ({ answer: { choices }, spentMs: 5000, answeredAt: '2026-11-23T04:00:00.000Z' })

function outboxOf(entries: NewEntry[], changes: Partial<Outbox> = {}): Outbox {
  const keyed = entries.map((entry, index): Entry => ({ ...entry, key: keyAfter([], index + 1, 'a') }))
  return { entries: keyed, records: [record], given: [], ...changes }
}
const start: NewEntry = { attempt: local, kind: 'start' }
const finish: NewEntry = { attempt: local, kind: 'finish' }
const answer = (question: string, ...choices: string[]): NewEntry => ({
  attempt: local,
  kind: 'answer',
  question,
  given: given(...choices),
})
const sent = (outbox: Outbox): Request => {
  const request = nextRequest(outbox)
  if (!request) throw new Error('nothing waits')
  return request
}
const refusal = (status: number, code: string, current?: unknown): Reply => ({ ok: false, status, code, current })
const stateOf = (id: string, questions: string[] = ['q1', 'q2', 'q3']) => ({
  id,
  feedback: 'each',
  finishedAt: null,
  questions: questions.map((question) => ({ id: question })),
})

describe('the next request', () => {
  test('an empty outbox has none', () => {
    expect(nextRequest(outboxOf([]))).toBeNull()
  })

  test('start goes first, whatever was written first', () => {
    const request = sent(outboxOf([answer('q1', 'A'), finish, start]))
    expect(request).toMatchObject({ method: 'POST', path: '/attempts' })
    expect(request.body).toEqual({
      id: local,
      mode: 'daily',
      subject: 'junior-practice',
      on: '2026-11-23',
      feedback: 'each',
    })
  })

  test('one answer goes alone, several go together, in the order in which they were given', () => {
    expect(sent(outboxOf([answer('q1', 'A'), finish]))).toMatchObject({
      path: `/attempts/${local}/answers/q1`,
      body: given('A'),
    })
    const many = sent(outboxOf([answer('q2', 'B'), answer('q1', 'A'), finish]))
    expect(many.path).toBe(`/attempts/${local}/answers`)
    expect(many.body).toEqual({
      answers: [
        { questionId: 'q2', ...given('B') },
        { questionId: 'q1', ...given('A') },
      ],
    })
  })

  test('what refers to answers goes after them, and finish last of all', () => {
    const marks: NewEntry = { attempt: local, kind: 'self-mark', question: 'q1', points: [{ id: 'p', awarded: 1 }] }
    expect(sent(outboxOf([finish, marks])).path).toBe(`/attempts/${local}/answers/q1/self-mark`)
    expect(sent(outboxOf([finish])).path).toBe(`/attempts/${local}/finish`)
  })

  test('goes to the id that the server gave', () => {
    const renamed = { ...record, sendAs: other }
    expect(sent(outboxOf([finish], { records: [renamed] })).path).toBe(`/attempts/${other}/finish`)
  })

  test('of several attempts the one that has waited longest goes first', () => {
    const second: NewEntry = { attempt: other, kind: 'finish' }
    expect(sent(outboxOf([second, answer('q1', 'A')])).attempt).toBe(other)
  })
})

describe('what a reply comes to', () => {
  const settled = (outbox: Outbox, reply: Reply) => settle(sent(outbox), reply, outbox, fresh)

  test('the id of an attempt begun elsewhere is taken over', () => {
    const result = settled(outboxOf([start, answer('q1', 'A')]), { ok: true, body: stateOf(other) })
    expect(result.record).toMatchObject({ id: local, sendAs: other })
    expect(result.remove).toHaveLength(1)
    expect(result.news[0]?.kind).toBe('state')
  })

  test("an id that is somebody else's is changed, and confirmed answers are told again", () => {
    const held = [{ attempt: local, question: 'q1', given: given('A') }]
    const result = settled(outboxOf([start, answer('q2', 'B')], { given: held }), refusal(409, 'id-taken'))
    expect(result.record).toMatchObject({ sendAs: fresh, restarts: 1 })
    expect(result.remove).toEqual([])
    expect(result.add).toEqual([answer('q1', 'A')])
  })

  test('a day that has no set loses its entries, and says so', () => {
    const result = settled(outboxOf([start, answer('q1', 'A')]), refusal(404, 'not-set'))
    expect(result.remove).toHaveLength(2)
    expect(result.notices).toEqual([{ kind: 'dropped', attempt: local, code: 'not-set' }])
  })

  test('an answer to a question that the attempt does not have is not sent for ever', () => {
    const result = settled(outboxOf([start, answer('gone', 'A')]), { ok: true, body: stateOf(local) })
    expect(result.remove).toHaveLength(2)
    expect(result.notices).toEqual([{ kind: 'refused' }])
  })

  test('a saved answer leaves with its feedback, or with none yet', () => {
    const outbox = outboxOf([answer('q1', 'A')])
    const feedback = { verdict: 'right' }
    expect(settled(outbox, { ok: true, body: feedback }).news[0]).toMatchObject({ question: 'q1', feedback })
    const saved = settled(outbox, { ok: true, body: { saved: true } })
    expect(saved).toMatchObject({ remove: [outbox.entries[0]?.key], notices: [] })
    expect(saved.news[0]).toMatchObject({ kind: 'answered', feedback: null })
  })

  test('what was answered elsewhere is adopted, kindly', () => {
    const current = { answer: { choices: ['C'] }, feedback: { verdict: 'wrong' } }
    const result = settled(outboxOf([answer('q1', 'A')]), refusal(409, 'answered', current))
    expect(result.news[0]).toMatchObject({ given: { answer: current.answer }, feedback: current.feedback })
    expect(result.notices).toEqual([{ kind: 'answered-elsewhere', question: 'q1' }])
  })

  test('of many answers each is settled by itself', () => {
    const current = { answer: { choices: ['C'] }, feedback: { verdict: 'wrong' } }
    const result = settled(outboxOf([answer('q1', 'A'), answer('q2', 'B'), answer('q3', 'C')]), {
      ok: true,
      body: [
        { questionId: 'q1', status: 'saved', reply: { verdict: 'right' } },
        { questionId: 'q2', status: 'conflict', code: 'answered', current },
        { questionId: 'q3', status: 'refused', code: 'invalid', detail: '' },
      ],
    })
    expect(result.remove).toHaveLength(3)
    expect(result.news.map((news) => news.kind)).toEqual(['answered', 'answered', 'stale'])
    expect(result.notices.map((notice) => notice.kind)).toEqual(['answered-elsewhere', 'refused'])
  })

  test('after the end the server has the last word', () => {
    const result = settled(outboxOf([answer('q1', 'A'), answer('q2', 'B'), finish]), {
      ok: true,
      body: [
        { questionId: 'q1', status: 'conflict', code: 'finished' },
        { questionId: 'q2', status: 'conflict', code: 'finished' },
      ],
    })
    expect(result.notices).toEqual([{ kind: 'finished-elsewhere' }])
    expect(result.news).toEqual([
      { kind: 'stale', id: local },
      { kind: 'stale', id: local },
    ])
  })

  test('an attempt that is not known is begun anew with all that is held, and given up after the second time', () => {
    const held = [
      { attempt: local, question: 'q1', given: given('A') },
      { attempt: local, question: 'q2', given: given('B') },
    ]
    const outbox = outboxOf([answer('q2', 'B')], { given: held })
    const first = settled(outbox, refusal(404, 'not-found'))
    expect(first.remove).toEqual([])
    expect(first.add).toEqual([start, answer('q1', 'A')])
    expect(first.record?.restarts).toBe(1)
    const tired = settled({ ...outbox, records: [{ ...record, restarts: 2 }] }, refusal(404, 'not-found'))
    expect(tired.remove).toHaveLength(1)
    expect(tired.notices).toEqual([{ kind: 'dropped', attempt: local }])
  })

  test('the end is the end', () => {
    const result = settled(outboxOf([finish]), { ok: true, body: { score: 9 } })
    expect(result.record?.finished).toBe(true)
    expect(result.news).toEqual([{ kind: 'finished', id: local, result: { score: 9 } }])
  })
})

describe('what an entry replaces', () => {
  test('with feedback after each the first answer stands: the server decides', () => {
    expect(supersededBy(answer('q1', 'B'), outboxOf([answer('q1', 'A')]))).toEqual([])
  })

  test('with feedback at the end the last answer stands', () => {
    const outbox = outboxOf([answer('q1', 'A'), answer('q2', 'A')], { records: [{ ...record, feedback: 'end' }] })
    expect(supersededBy(answer('q1', 'B'), outbox)).toEqual([outbox.entries[0]?.key])
  })

  test('start and finish wait but once', () => {
    expect(isRepeated(start, outboxOf([start]))).toBe(true)
    expect(isRepeated(finish, outboxOf([start]))).toBe(false)
    expect(isRepeated({ ...start, attempt: other }, outboxOf([start]))).toBe(false)
  })

  test('keys sort by time even when the clock goes back', () => {
    const [entry] = outboxOf([start]).entries
    if (!entry) throw new Error('no entry')
    const later = keyAfter([{ ...entry, key: keyAfter([], 5000, 'a') }], 3000, 'b')
    expect(later > keyAfter([], 5000, 'z').slice(0, 15)).toBe(true)
    expect(Number.parseInt(later, 10)).toBe(5001)
  })
})

test('what is of another shape is not taken for ours', () => {
  expect(isEntry({ ...answer('q1', 'A'), key: 'k' })).toBe(true)
  expect(isRecord(record)).toBe(true)
  for (const alien of [null, 'text', {}, { key: 'k', attempt: local }, { key: 'k', attempt: local, kind: 'answer' }])
    expect(isEntry(alien)).toBe(false)
  expect(
    isEntry({ key: 'k', attempt: local, kind: 'answer', question: 'q', given: { answer: { choices: [1] } } }),
  ).toBe(false)
  expect(isAnswer({ giveUp: false })).toBe(false)
  expect(isRecord({ ...record, feedback: 'never' })).toBe(false)
})
