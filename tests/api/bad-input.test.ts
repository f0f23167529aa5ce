import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from '../support/practice'
import { contentsOfStore } from '../support/tables'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, randomUUID } from '../support/world'

const noon = '2030-01-15T17:00:00Z'
let own: Practice
let ended: Practice
let foreign: Practice

beforeAll(async () => {
  clockAt(noon)
  await seedExam(teaFiles(), new Date(noon))
  own = await Practice.begin('green-tea')
  await own.put(own.question('single'), { choices: ['A'] })
  ended = await Practice.begin('green-tea')
  await ended.put(ended.question('single'), { choices: ['A'] })
  await ended.finish()
  foreign = await Practice.begin('green-tea')
})
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

type Init = Parameters<Browser['send']>[2]
type Row = [
  words: string,
  send: () => [method: string, path: string, init?: Init, browser?: Browser],
  status: number,
  code: string,
]

const answer = (given: unknown, more: object = {}) => ({ body: { answer: given, spentMs: 1, ...more } })
const at = (type: string) => `${own.path}/answers/${own.question(type)}`
const begin = (more: object) => ({ body: { id: randomUUID(), mode: 'daily', subject: 'green-tea', ...more } })
const raw = (text: string, type = 'application/json') => ({ raw: text, headers: { 'content-type': type } })

const rows: Row[] = [
  ['an unknown subject', () => ['GET', '/daily/black-tea'], 404, 'not-found'],
  ['a subject called __proto__', () => ['GET', '/daily/__proto__'], 404, 'not-found'],
  ['a subject with U+0000', () => ['GET', '/daily/green%00tea'], 404, 'not-found'],
  ['a month of a subject with U+0000', () => ['GET', '/daily/green%00tea/days'], 404, 'not-found'],
  ['chapters of a subject with U+0000', () => ['GET', '/subjects/%00/chapters'], 404, 'not-found'],
  ['an exam with U+0000', () => ['GET', '/progress?exam=tea%00'], 422, 'invalid'],
  ['neither exam nor subject', () => ['GET', '/progress'], 422, 'invalid'],
  ['a future day', () => ['GET', '/daily/green-tea?on=2030-01-16'], 404, 'not-set'],
  ['a day before the first', () => ['GET', '/daily/green-tea?on=2030-01-14'], 404, 'not-set'],
  ['a day that is none', () => ['GET', '/daily/green-tea?on=2030-02-30'], 422, 'invalid'],
  ['a month that is none', () => ['GET', '/daily/green-tea/days?month=2030-13'], 422, 'invalid'],
  ['an attempt at an unknown subject', () => ['POST', '/attempts', begin({ subject: 'black-tea' })], 404, 'not-found'],
  ['an attempt at a subject with U+0000', () => ['POST', '/attempts', begin({ subject: 'a\u0000' })], 422, 'invalid'],
  ['an attempt at a future day', () => ['POST', '/attempts', begin({ on: '2030-01-16' })], 404, 'not-set'],
  ['an attempt in an unknown mode', () => ['POST', '/attempts', begin({ mode: 'exam' })], 422, 'invalid'],
  ['an attempt whose id is no UUID', () => ['POST', '/attempts', begin({ id: 'one' })], 422, 'invalid'],
  ['an attempt with a field too many', () => ['POST', '/attempts', begin({ userId: 'somebody' })], 422, 'invalid'],
  ["an attempt under another's id", () => ['POST', '/attempts', begin({ id: foreign.state.id })], 409, 'id-taken'],
  ["another's attempt", () => ['GET', foreign.path], 404, 'not-found'],
  [
    "an answer in another's attempt",
    () => ['PUT', `${foreign.path}/answers/${own.question('single')}`, answer({ choices: ['B'] })],
    404,
    'not-found',
  ],
  [
    "answers in another's attempt",
    () => [
      'PUT',
      `${foreign.path}/answers`,
      { body: { answers: [{ questionId: own.question('single'), answer: { giveUp: true }, spentMs: 1 }] } },
    ],
    404,
    'not-found',
  ],
  [
    "a flag in another's attempt",
    () => ['PUT', `${foreign.path}/answers/${own.question('single')}/flag`, { body: { flagged: true } }],
    404,
    'not-found',
  ],
  ["the end of another's attempt", () => ['POST', `${foreign.path}/finish`], 404, 'not-found'],
  ['an attempt whose path is no UUID', () => ['GET', '/attempts/1'], 404, 'not-found'],
  [
    'a question that is not in the set',
    () => ['PUT', `${own.path}/answers/no-such-question`, answer({ giveUp: true })],
    404,
    'not-found',
  ],
  [
    'a question called constructor',
    () => ['PUT', `${own.path}/answers/constructor`, answer({ giveUp: true })],
    404,
    'not-found',
  ],
  ['an option that is none', () => ['PUT', at('multiple'), answer({ choices: ['H'] })], 422, 'invalid'],
  ['an option that is no letter', () => ['PUT', at('multiple'), answer({ choices: ['1'] })], 422, 'invalid'],
  ['an option chosen twice', () => ['PUT', at('multiple'), answer({ choices: ['A', 'A'] })], 422, 'invalid'],
  ['no option at all', () => ['PUT', at('multiple'), answer({ choices: [] })], 422, 'invalid'],
  [
    'two options of a true-false question',
    () => ['PUT', at('true-false'), answer({ choices: ['A', 'B'] })],
    422,
    'invalid',
  ],
  ['a text for a choice', () => ['PUT', at('multiple'), answer({ text: 'A' })], 422, 'invalid'],
  ['two blanks for one', () => ['PUT', at('fill'), answer({ blanks: ['a', 'b'] })], 422, 'invalid'],
  ['U+0000 in a blank', () => ['PUT', at('fill'), answer({ blanks: ['a\u0000'] })], 422, 'invalid'],
  ['U+0000 in a text', () => ['PUT', at('essay'), answer({ text: 'a\u0000' })], 422, 'invalid'],
  ['half a character in a text', () => ['PUT', at('essay'), answer({ text: 'tea \ud83c' })], 422, 'invalid'],
  ['an empty text', () => ['PUT', at('essay'), answer({ text: '' })], 422, 'invalid'],
  [
    'a number beyond all numbers',
    () => ['PUT', at('numeric'), raw('{"answer":{"value":1e999},"spentMs":1}')],
    422,
    'invalid',
  ],
  ['two shapes in one answer', () => ['PUT', at('multiple'), answer({ choices: ['A'], giveUp: true })], 422, 'invalid'],
  ['no answer', () => ['PUT', at('multiple'), { body: { spentMs: 1 } }], 422, 'invalid'],
  ['a negative time', () => ['PUT', at('multiple'), answer({ choices: ['A'] }, { spentMs: -1 })], 422, 'invalid'],
  [
    'more than a day',
    () => ['PUT', at('multiple'), answer({ choices: ['A'] }, { spentMs: 86_400_001 })],
    422,
    'invalid',
  ],
  [
    'an instant that is none',
    () => ['PUT', at('multiple'), answer({ choices: ['A'] }, { answeredAt: 'yesterday' })],
    422,
    'invalid',
  ],
  ['a score sent along', () => ['PUT', at('multiple'), answer({ choices: ['A'] }, { score: 4 })], 422, 'invalid'],
  [
    'a prototype sent along',
    () => ['PUT', at('multiple'), raw('{"answer":{"giveUp":true,"__proto__":{"a":1}},"spentMs":1}')],
    422,
    'invalid',
  ],
  ['malformed JSON', () => ['PUT', at('multiple'), raw('{"answer":')], 400, 'malformed-json'],
  ['an empty body', () => ['PUT', at('multiple'), raw('')], 400, 'malformed-json'],
  ['a list for an object', () => ['PUT', at('multiple'), raw('[]')], 422, 'invalid'],
  ['no answers at all', () => ['PUT', `${own.path}/answers`, { body: { answers: [] } }], 422, 'invalid'],
  [
    'a form',
    () => ['PUT', at('multiple'), raw('answer=A', 'application/x-www-form-urlencoded')],
    415,
    'wrong-media-type',
  ],
  ['a plain text', () => ['PUT', at('multiple'), raw('{}', 'text/plain')], 415, 'wrong-media-type'],
  [
    'another media type that begins alike',
    () => ['PUT', at('multiple'), raw('{}', 'application/json-seq')],
    415,
    'wrong-media-type',
  ],
  ['a body too large', () => ['PUT', at('multiple'), raw(`{"a":"${'a'.repeat(200_000)}"}`)], 413, 'too-large'],
  ['another answer after its feedback', () => ['PUT', at('single'), answer({ choices: ['B'] })], 409, 'answered'],
  [
    'another answer after the end',
    () => ['PUT', `${ended.path}/answers/${ended.question('single')}`, answer({ choices: ['C'] }), ended.browser],
    409,
    'finished',
  ],
  [
    'a first answer after the end',
    () => ['PUT', `${ended.path}/answers/${ended.question('fill')}`, answer({ giveUp: true }), ended.browser],
    409,
    'finished',
  ],
  [
    'a flag after the end',
    () => ['PUT', `${ended.path}/answers/${ended.question('fill')}/flag`, { body: { flagged: true } }, ended.browser],
    409,
    'finished',
  ],
  [
    'a make-up of a day that is none',
    () => ['POST', '/check-ins/yesterday/make-up', { body: { exam: 'tea-taster' } }],
    404,
    'not-found',
  ],
  [
    'a make-up in an unknown exam',
    () => ['POST', '/check-ins/2030-01-14/make-up', { body: { exam: 'coffee' } }],
    404,
    'not-found',
  ],
  [
    'a make-up in an exam with U+0000',
    () => ['POST', '/check-ins/2030-01-14/make-up', { body: { exam: 'tea\u0000' } }],
    422,
    'invalid',
  ],
  ['nobody at all', () => ['POST', '/attempts', begin({}), new Browser()], 401, 'no-guest'],
  [
    'another site',
    () => ['POST', `${own.path}/finish`, { headers: { origin: 'https://evil.example' } }],
    403,
    'wrong-origin',
  ],
  ['a sandboxed page', () => ['POST', `${own.path}/finish`, { headers: { origin: 'null' } }], 403, 'wrong-origin'],
  [
    'a sister site',
    () => ['POST', `${own.path}/finish`, { headers: { 'sec-fetch-site': 'same-site' } }],
    403,
    'wrong-origin',
  ],
]

test.each(rows)('%s is refused, and changes nothing', async (_, send, status, code) => {
  const before = await contentsOfStore()
  const [method, path, init, browser = own.browser] = send()
  const reply = await browser.send<{ status: number; code: string; type: string }>(method, path, init)
  expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code })
  expect(reply.body).toMatchObject({
    status,
    type: `urn:yilian:problem:${code}`,
    title: expect.any(String),
    detail: expect.any(String),
  })
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(await contentsOfStore()).toEqual(before)
})

test('a stranger with a made-up cookie is nobody', async () => {
  const stranger = await guest()
  stranger.cookie = 'guest=made-up'
  expect((await stranger.get(own.path)).status).toBe(401)
})
