import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttemptRecord, type Entry, type Given, keyAfter, type NewEntry } from '@/components/attempts/entries'
import { nextRequest, type Request } from '@/components/attempts/next-request'
import { type Reply, settle } from '@/components/attempts/outbox'
import type { PutAnswer } from '@/domain/attempts/input'

/**
 * A server in memory that keeps the promises of api.md, and a line to it that loses requests and replies. Whatever is
 * lost, in whatever order: once the line holds, every answer is there exactly as the first one given, and the attempt
 * ends after its last answer.
 */
type Stored = { owner: number; answers: Map<string, PutAnswer>; finished: boolean; writes: string[] }

class Server {
  attempts = new Map<string, Stored>()
  guest = 1

  handle({ method, path, body }: Request): Reply {
    const [, , id = '', , question = '', more] = path.split('/')
    if (path === '/attempts') return this.start((body as { id: string }).id)
    const attempt = this.attempts.get(id)
    if (attempt?.owner !== this.guest) return { ok: false, status: 404, code: 'not-found', current: undefined }
    if (path.endsWith('/finish')) {
      attempt.finished = true
      return { ok: true, body: { score: attempt.answers.size } }
    }
    if (more) return { ok: true, body: { flagged: true } }
    if (question) return this.put(attempt, question, body as PutAnswer)
    expect(method).toBe('PUT')
    const many = (body as { answers: ({ questionId: string } & PutAnswer)[] }).answers
    const items = many.map(({ questionId, ...given }) => {
      const reply = this.put(attempt, questionId, given)
      if (reply.ok) return { questionId, status: 'saved', reply: reply.body }
      return { questionId, status: 'conflict', code: reply.code, current: reply.current }
    })
    return { ok: true, body: items }
  }

  private start(id: string): Reply {
    const known = this.attempts.get(id)
    if (known && known.owner !== this.guest) return { ok: false, status: 409, code: 'id-taken', current: undefined }
    const open = [...this.attempts].find(([, one]) => one.owner === this.guest && !one.finished)
    const name = known ? id : (open?.[0] ?? id)
    if (!this.attempts.has(name))
      this.attempts.set(name, { owner: this.guest, answers: new Map(), finished: false, writes: [] })
    const finishedAt = this.attempts.get(name)?.finished ? 'now' : null
    const asked = questions.map((question) => ({ id: question }))
    return { ok: true, body: { id: name, feedback: 'each', finishedAt, questions: asked } }
  }

  private put(attempt: Stored, question: string, given: PutAnswer): Reply {
    const stored = attempt.answers.get(question)
    if (stored && JSON.stringify(stored.answer) === JSON.stringify(given.answer))
      return { ok: true, body: { verdict: 'right' } }
    if (attempt.finished) return { ok: false, status: 409, code: 'finished', current: undefined }
    if (stored) {
      const current = { answer: stored.answer, feedback: { verdict: 'right' } }
      return { ok: false, status: 409, code: 'answered', current }
    }
    attempt.answers.set(question, given)
    attempt.writes.push(question)
    return { ok: true, body: { verdict: 'right' } }
  }
}

/** Storage as the browser keeps it, and one turn of sending. */
class Browser {
  entries: Entry[] = []
  records: AttemptRecord[] = [{ ...blank }]
  given: Given[] = []
  made = 0

  add(entry: NewEntry) {
    this.entries = [...this.entries, { ...entry, key: keyAfter(this.entries, 1, 'a') }]
    if (entry.kind === 'answer') this.hold(entry)
  }

  private hold({ attempt, question, given }: Given) {
    this.given = [...this.given.filter((one) => one.question !== question), { attempt, question, given }]
  }

  /** @returns whether anything was waiting. */
  turn(server: Server, line: 'ok' | 'request-lost' | 'reply-lost'): boolean {
    const request = nextRequest(this)
    if (!request) return false
    if (line === 'request-lost') return true
    const reply = server.handle(request)
    if (line === 'reply-lost') return true
    this.made++
    const { add, remove, record, news } = settle(request, reply, this, `fresh-${this.made}`)
    if (record) this.records = [record]
    for (const one of news) if (one.kind === 'answered') this.hold({ attempt: 'local', ...one })
    for (const entry of add) this.add(entry)
    this.entries = this.entries.filter((entry) => !remove.includes(entry.key))
    return true
  }
}

const questions = ['q1', 'q2', 'q3', 'q4']
const blank: AttemptRecord = {
  id: 'local',
  sendAs: 'local',
  set: 's',
  subject: 's',
  on: '2026-11-23',
  feedback: 'each',
  restarts: 0,
  finished: false,
  startedAt: 0,
}
const attempt = 'local'
const lines = fc.array(fc.constantFrom('ok', 'request-lost', 'reply-lost'), { maxLength: 40 })
const choice = fc.constantFrom('A', 'B', 'C')

/** A set done from start to end while the line fails as it likes. */
function practise(browser: Browser, server: Server, choices: string[], line: ('ok' | 'request-lost' | 'reply-lost')[]) {
  const turns = [...line]
  const some = () => {
    for (let count = 0; count < 2; count++) browser.turn(server, turns.shift() ?? 'ok')
  }
  browser.add({ attempt, kind: 'start' })
  for (const [index, question] of questions.entries()) {
    some()
    const answer = { choices: [choices[index] ?? 'A'] }
    browser.add({ attempt, kind: 'answer', question, given: { answer, spentMs: 1, answeredAt: '' } })
    if (index === 1) browser.add({ attempt, kind: 'flag', question, flagged: true })
  }
  browser.add({ attempt, kind: 'finish' })
  for (let left = turns.length + 40; left > 0 && browser.turn(server, turns.shift() ?? 'ok'); left--);
}

const storedChoices = (stored: Stored | undefined) =>
  questions.map((question) => {
    const answer = stored?.answers.get(question)?.answer
    return answer && 'choices' in answer ? answer.choices[0] : undefined
  })

test('whatever the line loses, every answer arrives once and the attempt ends', () => {
  fc.assert(
    fc.property(fc.array(choice, { minLength: 4, maxLength: 4 }), lines, (choices, line) => {
      const [browser, server] = [new Browser(), new Server()]
      practise(browser, server, choices, line)
      const stored = server.attempts.get('local')
      expect(browser.entries).toEqual([])
      expect(storedChoices(stored)).toEqual(choices)
      expect(stored?.writes.toSorted()).toEqual(questions)
      expect(stored?.finished).toBe(true)
      expect(browser.records[0]?.finished).toBe(true)
    }),
  )
})

test('when the guest is lost on the way, all that was answered is there under the new one', () => {
  fc.assert(
    fc.property(fc.array(choice, { minLength: 4, maxLength: 4 }), lines, fc.nat(8), (choices, line, at) => {
      const [browser, server] = [new Browser(), new Server()]
      let turns = 0
      const handle = server.handle.bind(server)
      server.handle = (request) => {
        if (turns++ === at) server.guest = 2
        return handle(request)
      }
      practise(browser, server, choices, line)
      expect(browser.entries).toEqual([])
      const last = [...server.attempts.values()].findLast((one) => one.owner === server.guest) ?? {
        ...[...server.attempts.values()][0],
      }
      expect(storedChoices(last as Stored)).toEqual(choices)
      expect(last.finished).toBe(true)
    }),
  )
})

test('an attempt begun elsewhere keeps its answers, and this browser adopts them', () => {
  const [browser, server] = [new Browser(), new Server()]
  const elsewhere: PutAnswer = { answer: { choices: ['D'] }, spentMs: 1, answeredAt: '' }
  server.attempts.set('other', { owner: 1, answers: new Map([['q1', elsewhere]]), finished: false, writes: ['q1'] })
  practise(browser, server, ['A', 'B', 'C', 'A'], [])
  expect(browser.records[0]?.sendAs).toBe('other')
  expect(storedChoices(server.attempts.get('other'))).toEqual(['D', 'B', 'C', 'A'])
  expect(server.attempts.size).toBe(1)
})
