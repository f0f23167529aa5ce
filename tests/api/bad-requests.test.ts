import { expect, test } from 'vitest'
import { PUT } from '@/app/api/v1/attempts/[attempt]/answers/[question]/route'
import { Practice } from '../support/practice'
import { type Row, testRefusals } from '../support/refusals'
import { contentsOfStore } from '../support/tables'
import { guest, origin } from '../support/world'

const sending =
  (raw: string, type = 'application/json'): Row[1] =>
  ({ own }) => ['PUT', `${own.path}/answers/${own.question('multiple')}`, { raw, headers: { 'content-type': type } }]
const from =
  (headers: Record<string, string>): Row[1] =>
  ({ own }) => ['POST', `${own.path}/finish`, { headers }]
const whole = JSON.stringify({ answer: { giveUp: true }, spentMs: 1 })

testRefusals([
  ['malformed JSON', sending('{"answer":'), 400, 'malformed-json'],
  ['an empty body', sending(''), 400, 'malformed-json'],
  ['a list for an object', sending('[]'), 422, 'invalid'],
  ['nothing for an object', sending('null'), 422, 'invalid'],
  ['brackets without end', sending('['.repeat(60_000)), 400, 'malformed-json'],
  ['a form', sending('answer=A', 'application/x-www-form-urlencoded'), 415, 'wrong-media-type'],
  ['a plain text', sending(whole, 'text/plain'), 415, 'wrong-media-type'],
  ['a media type that begins alike', sending(whole, 'application/json-seq'), 415, 'wrong-media-type'],
  ['a body too large', sending(whole.padEnd(200_000)), 413, 'too-large'],
  ['another site', from({ origin: 'https://evil.example' }), 403, 'wrong-origin'],
  ['a page of the same name on another port', from({ origin: 'http://localhost:3001' }), 403, 'wrong-origin'],
  ['a sandboxed page', from({ origin: 'null' }), 403, 'wrong-origin'],
  ['a sister site', from({ 'sec-fetch-site': 'same-site' }), 403, 'wrong-origin'],
  ['a cookie without an origin', from({ origin: '' }), 403, 'wrong-origin'],
])

/** A request as a stream sends it: nobody says beforehand how long it is. */
async function putWithoutLength(practice: Practice, body: string) {
  const [attempt, question] = [practice.state.id, practice.question('multiple')]
  const request = new Request(`${origin}/api/v1/attempts/${attempt}/answers/${question}`, {
    method: 'PUT',
    headers: { host: 'localhost:3000', origin, cookie: practice.browser.cookie, 'content-type': 'application/json' },
    body,
  })
  expect(request.headers.get('content-length')).toBeNull()
  return PUT(request, { params: Promise.resolve({ attempt, question }) })
}

test('a body too large that does not tell its length is counted as it comes, and refused', async () => {
  const practice = await Practice.begin('green-tea')
  const before = await contentsOfStore()
  expect((await putWithoutLength(practice, whole.padEnd(128 * 1024 + 1))).status).toBe(413)
  expect(await contentsOfStore()).toEqual(before)
  expect((await putWithoutLength(practice, whole.padEnd(128 * 1024))).status).toBe(200)
})

test('a stranger with a made-up cookie is nobody', async () => {
  const { path } = await Practice.begin('green-tea')
  const stranger = await guest()
  stranger.cookie = 'guest=made-up'
  expect((await stranger.get(path)).status).toBe(401)
})
