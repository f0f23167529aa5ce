import { describe, expect, test } from 'vitest'
import { mannerFaults } from '@/domain/content-check/check'
import { figuresLine, figuresOf, tellsCase } from '@/domain/content-check/figures'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import { teaExam, teaFiles, teaQuestions } from '../../support/tea-exam'

const restated = (question: FileQuestion, id: string, stem: string): FileQuestion => ({
  ...question,
  id,
  line: 7,
  content: { ...question.content, stem },
})
const stem = 'A potter in the hills picks the young leaves before the rain and dries them in the shade for three days'

describe('twins', () => {
  const [one] = teaQuestions('choice', 1)
  if (!one) throw new Error('a question')
  const first = restated(one, 'leaf-1', stem)

  test('a question that looks like an earlier one is told with both places', () => {
    const second = restated(one, 'leaf-2', `${stem}.`)
    expect(mannerFaults([first, second])).toContainEqual({
      file: 'tea.yaml',
      line: 7,
      message: expect.stringMatching(/^leaf-2: looks like leaf-1 \(tea\.yaml:7\), \d+ % of the stem$/),
    })
  })

  test('another situation is none, nor is a sibling of the same case', () => {
    const other = restated(one, 'leaf-2', 'How many cups does a pot of two litres fill when each holds a quarter?')
    const siblings = [first, restated(one, 'leaf-3', stem)].map((part, index) => ({
      ...part,
      group: { id: 'case', index: index + 1, of: 2 },
    }))
    for (const list of [[first, other], siblings])
      expect(mannerFaults(list).filter(({ message }) => message.includes('looks like'))).toEqual([])
  })
})

test('what keys give away is told at the first question of the subject', () => {
  const [one] = teaQuestions('choice', 1)
  const choices = teaQuestions('choice', 30)
  expect(mannerFaults(choices).map(({ line, message }) => [line, message])).toContainEqual([
    one?.line,
    expect.stringMatching(/^green-tea, single: right letters are not spread: A 0, B 30, C 0/),
  ])
})

test('the figures of a subject count what is published, and name chapters that are empty', () => {
  const questions = teaFiles().questions.map((one) => (one.chapter === 'water' ? { ...one, reviewNeeded: true } : one))
  const figures = figuresOf(teaExam, 'green-tea', questions)
  expect(figures).toMatchObject({
    counts: { choice: 3, several: 2, claims: 1, blanks: 1, numbers: 1, report: 1 },
    waiting: 8,
    choices: 5,
    cases: 0,
    rights: { 2: 2 },
    emptyChapters: ['water'],
  })
  expect(figuresLine(figures)).toMatch(
    /^green-tea: choice 3, .*; 0 of 5 tell a case; right options 2 2; .*; 8 wait for review; empty: water$/,
  )
})

test.each([
  ['社会工作者小陈接待了求助的老周。', true],
  ['76岁的退休教师近日走失。', true],
  ['某街道开展调查。', true],
  ['个案工作的首要原则是（　　）。', false],
  ['小组工作中，老年人在小时候的经历属于（　　）。', false],
])('whether a stem tells a case: %s', (text, expected) => {
  expect(tellsCase(text)).toBe(expected)
})
