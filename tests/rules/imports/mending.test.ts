import { describe, expect, test } from 'vitest'
import { type Draft, emptyDraft } from '@/domain/formats/draft'
import { finding } from '@/domain/formats/findings'
import { answered, merged, oddFinding, restOf, retyped, split, stillHolding } from '@/domain/imports/drafts/mending'

const option = (text: string) => ({ text, explanation: '' })
const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft, type: 'single', ...change })
const four = ['甲', '乙', '丙', '丁'].map(option)

describe('split', () => {
  test('options and their letters go with their half', () => {
    const whole = draft({ stem: '社区是什么？小组是什么？', options: [...four, ...four], choices: ['B', 'G'] })
    const [first, second] = split(whole, { stem: 6, option: 4 }, null)
    expect(first).toMatchObject({ stem: '社区是什么？', options: four, choices: ['B'] })
    expect(second).toMatchObject({ stem: '小组是什么？', options: four, choices: ['C'], externalId: null })
  })

  test('a text with options below it is read as a question of its own, with its key', () => {
    const whole = draft({
      stem: '社区是什么？\n2. 小组是什么？\nA. 团体\nB. 机构\n答案：A',
      options: four,
      choices: ['B'],
    })
    const [first, second] = split(whole, { stem: 6 }, restOf(whole.stem.slice(6)))
    expect(first).toMatchObject({ stem: '社区是什么？', options: four, choices: ['B'] })
    expect(second).toMatchObject({
      stem: '小组是什么？',
      options: [{ text: '团体' }, { text: '机构' }],
      choices: ['A'],
    })
  })

  test('both halves stay in their chapter and case', () => {
    const group = { id: 'g', index: 1, of: 2 }
    const halves = split(draft({ stem: '甲乙丙丁', chapter: '第一章', group }), { stem: 2 }, null)
    for (const half of halves) expect(half).toMatchObject({ chapter: '第一章', group })
  })
})

describe('merge', () => {
  test('what was split comes together again, letters too', () => {
    const whole = draft({ stem: '社区是什么？小组是什么？', options: [...four, ...four], choices: ['B', 'G'] })
    const [first, second] = split(whole, { stem: 6, option: 4 }, null)
    expect(merged(first, second)).toMatchObject({ options: whole.options, choices: ['B', 'G'] })
  })

  test('a stem that was torn apart gets the options and the key of its second half', () => {
    const torn = merged(draft({ stem: '社区是' }), draft({ stem: '什么？', options: four, choices: ['A'] }))
    expect(torn).toMatchObject({ stem: '社区是\n什么？', options: four, choices: ['A'] })
  })
})

describe('retype', () => {
  const right = draft({ options: four, choices: ['A', 'C'] })
  test.each([
    ['multiple', right, { choices: ['A', 'C'] }],
    ['essay', right, { modelAnswer: '甲\n丙' }],
    ['fill', right, { blanks: [['甲'], ['丙']] }],
    ['fill', draft({ modelAnswer: '甲；乙' }), { blanks: [['甲'], ['乙']] }],
    ['true-false', draft({ choices: ['B'] }), { options: [{ text: '正确' }, { text: '错误' }], choices: ['B'] }],
  ] as const)('to %s, with what of the key can come along', (type, from, to) => {
    expect(retyped(from, type)).toMatchObject({ type, ...to })
  })
})

describe('findings after a change', () => {
  const place = { line: 3 }
  test('errors of the reader are over once somebody has mended the draft, but for a type that cannot be practised', () => {
    const findings = [finding('SYNTAX', place), finding('UNSUPPORTED_TYPE', place), finding('ENCODING_GUESSED', place)]
    expect(stillHolding(findings, draft({})).map((one) => one.code)).toEqual(['ENCODING_GUESSED'])
    expect(stillHolding(findings, draft({ type: 'matching' })).map((one) => one.code)).toEqual([
      'UNSUPPORTED_TYPE',
      'ENCODING_GUESSED',
    ])
    expect(oddFinding(draft({ type: 'ordering' }), [], place)).toMatchObject([{ code: 'UNSUPPORTED_TYPE' }])
    expect(oddFinding(draft({}), [], place)).toEqual([])
  })

  test('what was asked of a person keeps nothing out once they have decided', () => {
    const findings = [finding('KEY_CONFLICT', place), finding('KEY_MISSING', place)]
    expect(answered(findings).map((one) => one.severity)).toEqual(['info', 'error'])
  })
})
