import { type Row, testRefusals } from '../support/refusals'
import { Browser, randomUUID } from '../support/world'

const starting =
  (body: object): Row[1] =>
  () => ['POST', '/attempts', { body: { id: randomUUID(), subject: 'green-tea', ...body } }]
const unfit = (words: string, body: object): Row => [words, starting(body), 422, 'invalid']
const get =
  (path: string, browser?: Browser): Row[1] =>
  () => ['GET', path, {}, browser]
const nobody = new Browser()

testRefusals([
  unfit('a chapter that is not named', { mode: 'chapter' }),
  unfit('a chapter of a day', { mode: 'chapter', chapter: 'leaves', on: '2030-01-15' }),
  unfit('a chapter and more of them', { mode: 'chapter', chapter: 'leaves', chapters: ['water'] }),
  unfit('so many of a chapter', { mode: 'chapter', chapter: 'leaves', count: 5 }),
  unfit('a day of a chapter', { mode: 'daily', chapter: 'leaves' }),
  unfit('a day begun again', { mode: 'daily', again: true }),
  unfit('mistakes that were never seen', { mode: 'mistakes', pick: 'unseen' }),
  unfit('mistakes of a day', { mode: 'mistakes', on: '2030-01-15' }),
  unfit('favourites of mistakes', { mode: 'favourites', of: 'mistakes' }),
  unfit('a custom set of a chapter', { mode: 'custom', chapter: 'leaves' }),
  unfit('a custom set of no chapters', { mode: 'custom', chapters: [] }),
  unfit('a custom set of 101', { mode: 'custom', count: 101 }),
  unfit('a custom set of none', { mode: 'custom', count: 0 }),
  unfit('a custom set by an unknown pick', { mode: 'custom', pick: 'easy' }),
  unfit('a day to be read that is no day of the daily set', { mode: 'recite', on: '2030-01-15' }),
  unfit('a chapter of a day to be read', { mode: 'recite', of: 'daily', chapter: 'leaves' }),
  unfit('so many to be read', { mode: 'recite', count: 3 }),
  unfit('a chapter with U+0000', { mode: 'chapter', chapter: 'a\u0000' }),
  ['an unknown chapter', starting({ mode: 'chapter', chapter: 'sugar' }), 404, 'not-found'],
  ['a custom set of an unknown chapter', starting({ mode: 'custom', chapters: ['water', 'sugar'] }), 404, 'not-found'],
  ['an unknown chapter to be read', starting({ mode: 'recite', chapter: 'sugar' }), 404, 'not-found'],
  ['mistakes of an unknown subject', starting({ mode: 'mistakes', subject: 'black-tea' }), 404, 'not-found'],
  ['a future day to be read', starting({ mode: 'recite', of: 'daily', on: '2030-01-16' }), 404, 'not-set'],
  ["today's set to be read", starting({ mode: 'recite', of: 'daily' }), 409, 'not-done-yet'],
  ['favourites where there are none', starting({ mode: 'favourites' }), 409, 'no-questions'],
  ['favourites to be read where there are none', starting({ mode: 'recite', of: 'favourites' }), 409, 'no-questions'],
  ['a chapter by nobody', () => ['POST', '/attempts', { body: {} }, nobody], 401, 'no-guest'],
  [
    "a chapter under another's id",
    ({ foreign }) => [
      'POST',
      '/attempts',
      { body: { id: foreign.state.id, mode: 'chapter', subject: 'green-tea', chapter: 'leaves' } },
    ],
    409,
    'id-taken',
  ],
  ['the mistakes of nobody', get('/mistakes', nobody), 401, 'no-guest'],
  ['a chapter of no subject', get('/mistakes?chapter=leaves'), 422, 'invalid'],
  ['a cursor that is none', get('/mistakes?cursor=next'), 422, 'invalid'],
  ['a history from a cursor that is none', get('/attempts?cursor=1'), 422, 'invalid'],
  ['a history of an unknown mode', get('/attempts?mode=exam'), 422, 'invalid'],
  ['a mistake that was none, mastered', () => ['DELETE', '/mistakes/claims-001'], 404, 'not-found'],
  [
    'a mistake that was none, put back',
    () => ['PUT', '/mistakes/claims-001', { body: { status: 'open' } }],
    404,
    'not-found',
  ],
  [
    'a mistake put into an unknown state',
    () => ['PUT', '/mistakes/choice-001', { body: { status: 'mastered' } }],
    422,
    'invalid',
  ],
  ['a star for an unknown question', () => ['PUT', '/favourites/nothing'], 404, 'not-found'],
  ['a star for no id', () => ['PUT', '/favourites/a%20b'], 404, 'not-found'],
  ['a star by nobody', () => ['PUT', '/favourites/choice-001', {}, nobody], 401, 'no-guest'],
  ['a note with an unknown question', () => ['PUT', '/notes/nothing', { body: { text: 'x' } }], 404, 'not-found'],
  ['a note of 5001 signs', () => ['PUT', '/notes/choice-001', { body: { text: 'x'.repeat(5001) } }], 422, 'invalid'],
  ['a note with U+0000', () => ['PUT', '/notes/choice-001', { body: { text: 'a\u0000' } }], 422, 'invalid'],
  [
    'a report of an unknown question',
    () => ['POST', '/questions/nothing/reports', { body: { reason: 'typo', text: '' } }],
    404,
    'not-found',
  ],
  [
    'a report for an unknown reason',
    () => ['POST', '/questions/choice-001/reports', { body: { reason: 'boring', text: '' } }],
    422,
    'invalid',
  ],
  [
    'a report for another reason without a word',
    () => ['POST', '/questions/choice-001/reports', { body: { reason: 'other', text: ' \n' } }],
    422,
    'invalid',
  ],
  [
    'a report of 2001 signs',
    () => ['POST', '/questions/choice-001/reports', { body: { reason: 'typo', text: 'x'.repeat(2001) } }],
    422,
    'invalid',
  ],
  ['a report that is none, seen', () => ['POST', `/reports/${randomUUID()}/seen`], 404, 'not-found'],
  ['a report without an id, seen', () => ['POST', '/reports/1/seen'], 404, 'not-found'],
])
