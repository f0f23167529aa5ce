import { type Row, testRefusals } from '../support/refusals'

/** The request that gives `answer` to the first question of a type. */
const giving =
  (type: string, answer: unknown, more: object = {}): Row[1] =>
  ({ own }) => ['PUT', `${own.path}/answers/${own.question(type)}`, { body: { answer, spentMs: 1, ...more } }]
const sending =
  (type: string, raw: string): Row[1] =>
  ({ own }) => ['PUT', `${own.path}/answers/${own.question(type)}`, { raw }]
const toQuestion =
  (id: string): Row[1] =>
  ({ own }) => ['PUT', `${own.path}/answers/${id}`, { body: { answer: { giveUp: true }, spentMs: 1 } }]
/** The request that changes something in an attempt that has ended. */
const afterwards =
  (type: string, path: string, body: object): Row[1] =>
  ({ ended }) => ['PUT', `${ended.path}/answers/${ended.question(type)}${path}`, { body }, ended.browser]

testRefusals([
  ['a question that is not in the set', toQuestion('no-such-question'), 404, 'not-found'],
  ['a question called constructor', toQuestion('constructor'), 404, 'not-found'],
  ['a question with a slash', toQuestion('..%2F..%2Fguest'), 404, 'not-found'],
  ['an option that the question has not', giving('multiple', { choices: ['H'] }), 422, 'invalid'],
  ['an option that is no letter', giving('multiple', { choices: ['1'] }), 422, 'invalid'],
  ['an option chosen twice', giving('multiple', { choices: ['A', 'A'] }), 422, 'invalid'],
  ['no option at all', giving('multiple', { choices: [] }), 422, 'invalid'],
  ['two options of a true-false question', giving('true-false', { choices: ['A', 'B'] }), 422, 'invalid'],
  ['a text for a choice', giving('multiple', { text: 'A' }), 422, 'invalid'],
  ['a choice for a text', giving('essay', { choices: ['A'] }), 422, 'invalid'],
  ['two blanks for one', giving('fill', { blanks: ['a', 'b'] }), 422, 'invalid'],
  ['U+0000 in a blank', giving('fill', { blanks: ['a\u0000'] }), 422, 'invalid'],
  ['U+0000 in a text', giving('essay', { text: 'a\u0000' }), 422, 'invalid'],
  ['half a character in a text', giving('essay', { text: 'tea \ud83c' }), 422, 'invalid'],
  ['an empty text', giving('essay', { text: '' }), 422, 'invalid'],
  ['a text beyond its length', giving('essay', { text: 'a'.repeat(20_001) }), 422, 'invalid'],
  ['a number as a word', giving('numeric', { value: '80' }), 422, 'invalid'],
  ['a number beyond all numbers', sending('numeric', '{"answer":{"value":1e999},"spentMs":1}'), 422, 'invalid'],
  ['two shapes in one answer', giving('multiple', { choices: ['A'], giveUp: true }), 422, 'invalid'],
  ['giving up that is not', giving('multiple', { giveUp: false }), 422, 'invalid'],
  ['no answer', giving('multiple', undefined), 422, 'invalid'],
  ['nothing as an answer', giving('multiple', null), 422, 'invalid'],
  ['a negative time', giving('multiple', { choices: ['A'] }, { spentMs: -1 }), 422, 'invalid'],
  ['a time of more than a day', giving('multiple', { choices: ['A'] }, { spentMs: 86_400_001 }), 422, 'invalid'],
  ['an instant that is none', giving('multiple', { choices: ['A'] }, { answeredAt: 'yesterday' }), 422, 'invalid'],
  [
    'an instant without its zone',
    giving('multiple', { choices: ['A'] }, { answeredAt: '2030-01-15T12:00:00' }),
    422,
    'invalid',
  ],
  ['a score sent along', giving('multiple', { choices: ['A'] }, { score: 4 }), 422, 'invalid'],
  [
    'a prototype sent along',
    sending('multiple', '{"answer":{"giveUp":true,"__proto__":{"a":1}},"spentMs":1}'),
    422,
    'invalid',
  ],
  [
    'a prototype in place of an answer',
    sending('multiple', '{"__proto__":{"answer":{"giveUp":true}},"spentMs":1}'),
    422,
    'invalid',
  ],
  ['another answer after its feedback', giving('single', { choices: ['B'] }), 409, 'answered'],
  [
    'another answer after the end',
    afterwards('single', '', { answer: { choices: ['C'] }, spentMs: 1 }),
    409,
    'finished',
  ],
  ['a first answer after the end', afterwards('fill', '', { answer: { giveUp: true }, spentMs: 1 }), 409, 'finished'],
  ['a flag after the end', afterwards('fill', '/flag', { flagged: true }), 409, 'finished'],
  [
    'a self-mark after the end',
    afterwards('essay', '/self-mark', { points: [{ id: 'p1', awarded: 1 }] }),
    409,
    'finished',
  ],
  ['a batch of nothing', ({ own }) => ['PUT', `${own.path}/answers`, { body: { answers: [] } }], 422, 'invalid'],
])
