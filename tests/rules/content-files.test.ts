import { describe, expect, test } from 'vitest'
import { readQuestionFile } from '@/domain/formats/content/content-files'
import { fileName as file, teaFile as good } from '../support/tea-file'

/** The good file with one piece replaced; the line of that piece is the line of the fault. */
const read = (from: string | RegExp, to: string) => readQuestionFile(file, good.replace(from, to))
const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length

test('a good file gives its questions, each with its place', () => {
  const { questions, faults } = readQuestionFile(file, good)
  expect(faults).toEqual([])
  expect(questions.map(({ id, line, group, section }) => ({ id, line, group, section }))).toEqual([
    { id: 'leaf-001', line: 4, group: null, section: null },
    { id: 'cup-001-1', line: 27, group: { id: 'cup-001', index: 1, of: 2 }, section: 'report' },
    { id: 'cup-001-2', line: 32, group: { id: 'cup-001', index: 2, of: 2 }, section: 'report' },
  ])
  expect(questions[0]).toMatchObject({ file, subject: 'green-tea', chapter: 'leaves', reviewNeeded: false })
  expect(questions[0]?.content).toMatchObject({ type: 'single', stem: 'Which leaf is green（　　）?', key: ['A'] })
  expect(questions[1]?.content).toMatchObject({ material: { id: 'cup-001', title: 'The cup', text: 'A pale cup.' } })
})

test('a question that is marked for review is read as such', () => {
  expect(read('    type: single', '    type: single\n    review: needed').questions[0]?.reviewNeeded).toBe(true)
})

describe('each fault names the file, the line and what is wrong', () => {
  test.each<[string, string | RegExp, string, string, RegExp]>([
    ['broken YAML', 'topics: [leaf]', 'topics: [leaf', 'stem:', /end with a \]/],
    ['a key that stands twice', 'difficulty: 2', 'type: single', 'difficulty: 2', /unique/],
    ['a missing explanation of an option', ', explanation: "It is brown by then."', '', 'B: {', /B\.explanation: /],
    ['an empty explanation of an option', 'It is brown by then.', '', 'B: {', /B\.explanation: Too small/],
    [
      'an unknown field',
      'difficulty: 2',
      'difficulty: 2\n    colour: green',
      'topics: [leaf]',
      /colour: unknown field/,
    ],
    ['an unknown field of an option', 'text: "old"', 'text: "old", x: 1', 'B: {', /options\.B\.x: unknown field/],
    [
      'an unknown field of a task',
      'title: The cup',
      'title: The cup\n    key: [A]',
      'material:',
      /tasks\.0\.key: unknown/,
    ],
    ['a key that is no list', 'key: [A]', 'key: A', 'key: [A]', /^leaf-001: key: .*expected array/],
    ['a key of two where one is right', 'key: [A]', 'key: [A, B]', 'key: [A]', /^leaf-001: key: Too big/],
    ['a key that is a number', 'key: [A]', 'key: [1]', 'key: [A]', /^leaf-001: key\.0: .*expected string/],
    ['a missing key', /\n {4}key: \[A\]/, '', 'id: leaf-001', /^questions\.0\.key: /],
    ['no options', /\n {4}options:\n.*\n.*/, '', 'id: leaf-001', /^leaf-001: options: /],
    ['an option called by a number', 'B: {', '2: {', 'B: {', /options\.2: options are called A to H/],
    ['an unknown type', 'type: single', 'type: riddle', 'type: single', /questions\.0\.type: /],
    ['a difficulty out of range', 'difficulty: 2', 'difficulty: 6', 'difficulty: 2', /difficulty: Too big/],
    ['an id with capitals', 'id: leaf-001', 'id: Leaf_001', 'id: leaf-001', /lower-case words joined by hyphens/],
    [
      'a day that does not exist',
      'checkedOn: "2026-11-23"',
      'checkedOn: "2026-02-30"',
      'checkedOn:',
      /checkedOn: Invalid/,
    ],
    ['a law without its quote', ', quote: "a green leaf is young"', '', '- { law:', /source\.0\.quote: /],
    ['a theory without its idea', ', idea: "look, then taste"', '', 'source: [{', /source\.0\.idea: /],
    ['no source', /source:\n.*/, 'source: []', 'source:', /source: Too small/],
    ['a marking point without points', ', points: 6', '', '- { id: p1, text: "mild"', /markingPoints\.0\.points: /],
    ['a marking point of no points', 'points: 6', 'points: 0', '- { id: p1, text: "mild"', /points: Too small/],
    [
      'a task without questions',
      /questions:\n {6}- id: cup[\s\S]*?(?= {4}source)/,
      'questions: []\n',
      '    questions:\n      - id: cup',
      /Too small/,
    ],
    ['no subject', 'subject: green-tea\n', '', 'subject:', /^subject: /],
  ])('%s', (_, from, to, where, message) => {
    const { faults } = read(from, to)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toEqual({ file, line: lineOf(where), message: expect.stringMatching(message) })
  })

  test('all of them at once, not the first alone', () => {
    const { faults } = readQuestionFile(
      file,
      good.replace('difficulty: 2', 'difficulty: 9').replace('points: 6', 'points: -1'),
    )
    expect(faults.map((fault) => fault.line)).toEqual([lineOf('difficulty: 2'), lineOf('- { id: p1, text: "mild"')])
  })

  test('an empty file, and one that is no map', () => {
    expect(readQuestionFile(file, '').faults).toMatchObject([{ file, line: 1 }])
    expect(readQuestionFile(file, '- a\n- b\n').faults).toMatchObject([{ file, line: 1 }])
  })
})
