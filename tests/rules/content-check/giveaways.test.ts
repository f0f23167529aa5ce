import { expect, test } from 'vitest'
import { giveawayFaults, giveawaysOf } from '@/domain/content-check/giveaways'
import type { ChoiceContent } from '@/domain/questions/input'

const letters = ['A', 'B', 'C', 'D']
const choice = (right: string, rightText = '八个字的一个选项', wrongText = '八个字的一个选项'): ChoiceContent => ({
  type: 'single',
  stem: '哪一项（　　）',
  options: letters.map((id) => ({ id, text: id === right ? rightText : wrongText, explanation: '' })),
  key: [right],
  explanation: '',
  sources: [],
  topics: [],
  difficulty: 3,
})
const many = (of: (index: number) => ChoiceContent, count = 40) =>
  Array.from({ length: count }, (_, index) => of(index))
const inTurn = (index: number) => letters[index % 4] ?? 'A'

test('letters in turn and equal lengths give nothing away', () => {
  expect(giveawayFaults(many((index) => choice(inTurn(index))))).toEqual([])
})

test('a letter that is right too often is told with the counts', () => {
  const questions = many((index) => choice(index < 25 ? 'C' : inTurn(index)))
  // Expected 10 of each: (49 + 36 + 361 + 36) / 10.
  expect(giveawaysOf(questions).letters).toEqual({ A: 3, B: 4, C: 29, D: 4 })
  expect(giveawaysOf(questions).chiSquared).toBeCloseTo(48.2)
  expect(giveawayFaults(questions)).toEqual([
    expect.stringMatching(/^right letters are not spread: A 3, B 4, C 29, D 4/),
  ])
})

test.each([
  ['longer', '这是一个明显写得更长的选项', '2.0'],
  ['shorter', '这个选项短了许多', '-3.0'],
])('right options that are %s on average are told', (_, right, difference) => {
  const questions = many((index) => choice(inTurn(index), right, '这个选项的长短恰好居中'))
  expect(giveawayFaults(questions)).toEqual([expect.stringContaining(`${difference} characters longer`)])
})

test('of a handful of questions nothing can be said', () => {
  expect(giveawayFaults(many(() => choice('A', '长得多的一个正确选项', '短'), 19))).toEqual([])
})

test('how often the longest option is the right one', () => {
  const questions = many((index) => choice('A', index % 4 === 0 ? '长长的选项' : '短', '中等'))
  expect(giveawaysOf(questions).longest).toBe(0.25)
})
