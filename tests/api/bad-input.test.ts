import { type Cast, type Row, testRefusals } from '../support/refusals'
import { Browser, randomUUID } from '../support/world'

const begin = (more: object) => ({ body: { id: randomUUID(), mode: 'daily', subject: 'green-tea', ...more } })
const single = ({ own }: Cast) => own.question('single')
const get =
  (path: string): Row[1] =>
  () => ['GET', path]
const starting =
  (more: object): Row[1] =>
  () => ['POST', '/attempts', begin(more)]
const makingUp =
  (on: string, exam: string): Row[1] =>
  () => ['POST', `/check-ins/${on}/make-up`, { body: { exam } }]

testRefusals([
  ['an unknown subject', get('/daily/black-tea'), 404, 'not-found'],
  ['a subject called __proto__', get('/daily/__proto__'), 404, 'not-found'],
  ['a subject with U+0000', get('/daily/green%00tea'), 404, 'not-found'],
  ['a month of a subject with U+0000', get('/daily/green%00tea/days'), 404, 'not-found'],
  ['chapters of a subject with U+0000', get('/subjects/%00/chapters'), 404, 'not-found'],
  ['an exam with U+0000', get('/progress?exam=tea%00'), 422, 'invalid'],
  ['progress in nothing', get('/progress'), 422, 'invalid'],
  ['progress in an unknown exam', get('/progress?exam=coffee'), 404, 'not-found'],
  ['a future day', get('/daily/green-tea?on=2030-01-16'), 404, 'not-set'],
  ['a day before the first', get('/daily/green-tea?on=2030-01-14'), 404, 'not-set'],
  ['a day that is none', get('/daily/green-tea?on=2030-02-30'), 422, 'invalid'],
  ['a month that is none', get('/daily/green-tea/days?month=2030-13'), 422, 'invalid'],
  ['an attempt at an unknown subject', starting({ subject: 'black-tea' }), 404, 'not-found'],
  ['an attempt at a subject with U+0000', starting({ subject: 'a\u0000' }), 422, 'invalid'],
  ['an attempt at a future day', starting({ on: '2030-01-16' }), 404, 'not-set'],
  ['an attempt in an unknown mode', starting({ mode: 'exam' }), 422, 'invalid'],
  ['an attempt whose id is no UUID', starting({ id: 'one' }), 422, 'invalid'],
  ['an attempt with a field too many', starting({ userId: 'somebody' }), 422, 'invalid'],
  [
    "an attempt under another's id",
    ({ foreign }) => ['POST', '/attempts', begin({ id: foreign.state.id })],
    409,
    'id-taken',
  ],
  ['an attempt by nobody', () => ['POST', '/attempts', begin({}), new Browser()], 401, 'no-guest'],
  ['an attempt whose path is no UUID', get('/attempts/1'), 404, 'not-found'],
  ["another's attempt", ({ foreign }) => ['GET', foreign.path], 404, 'not-found'],
  [
    "an answer in another's attempt",
    (cast) => [
      'PUT',
      `${cast.foreign.path}/answers/${single(cast)}`,
      { body: { answer: { giveUp: true }, spentMs: 1 } },
    ],
    404,
    'not-found',
  ],
  [
    "answers in another's attempt",
    (cast) => [
      'PUT',
      `${cast.foreign.path}/answers`,
      { body: { answers: [{ questionId: single(cast), answer: { giveUp: true }, spentMs: 1 }] } },
    ],
    404,
    'not-found',
  ],
  [
    "a flag in another's attempt",
    (cast) => ['PUT', `${cast.foreign.path}/answers/${single(cast)}/flag`, { body: { flagged: true } }],
    404,
    'not-found',
  ],
  [
    "a self-mark in another's attempt",
    ({ own, foreign }) => [
      'PUT',
      `${foreign.path}/answers/${own.question('essay')}/self-mark`,
      { body: { points: [{ id: 'p1', awarded: 1 }] } },
    ],
    404,
    'not-found',
  ],
  ["the end of another's attempt", ({ foreign }) => ['POST', `${foreign.path}/finish`], 404, 'not-found'],
  ['a make-up of a day that is none', makingUp('yesterday', 'tea-taster'), 404, 'not-found'],
  ['a make-up in an unknown exam', makingUp('2030-01-14', 'coffee'), 404, 'not-found'],
  ['a make-up in an exam with U+0000', makingUp('2030-01-14', 'tea\u0000'), 422, 'invalid'],
])
