import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '@/bin/commands/content/check-content'
import { BrokenContent, readContent } from '@/bin/commands/content/read-content'
import { teaExam } from '../support/tea-exam'
import { teaFile } from '../support/tea-file'

const laws = 'laws:\n  - { law: Tea Act, title: The Tea Act, edition: "2020-01-01", effectiveOn: "2020-07-01" }\n'
// The choices of the tea exam have three options; JSON is YAML too.
const leaves = teaFile.replace('    key:', '      C: { text: "dry", explanation: "It has no colour." }\n    key:')
const examFile = JSON.stringify(teaExam, null, 1)

let root = ''
let exam = ''
beforeEach(() => {
  mkdirSync('.cache', { recursive: true })
  root = mkdtempSync(join('.cache', 'content-'))
  exam = join(root, 'exams', 'tea')
  mkdirSync(join(exam, 'questions', 'green'), { recursive: true })
  write('exam.yaml', examFile)
  write('laws.yaml', laws)
  write('questions/green/leaves.yaml', leaves)
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(exam, name), text)
const lineOf = (source: string, text: string) => source.slice(0, source.indexOf(text)).split('\n').length
const told = () =>
  checkContent(root).faults.map(({ file, line, message }) => `${file.slice(exam.length + 1)}:${line}: ${message}`)

test('a folder that holds together is read: exam, laws, and questions of every depth', () => {
  const read = readContent(exam)
  expect(read.exam).toEqual(teaExam)
  expect(read.laws).toHaveLength(1)
  expect(read.questions.map((one) => one.id)).toEqual(['leaf-001', 'cup-001-1', 'cup-001-2'])
  expect(checkContent(root)).toMatchObject({
    questions: 3,
    subjects: [{ subject: 'green-tea', counts: { single: 1, report: 1 } }],
    faults: [],
  })
})

test('an exam may do without laws', () => {
  rmSync(join(exam, 'laws.yaml'))
  write(
    'questions/green/leaves.yaml',
    leaves.replace(/- \{ law: .*/, '- { theory: Tasting, author: Lu Yu, idea: look first }'),
  )
  expect(told()).toEqual([])
})

describe('each fault names file and line', () => {
  const leavesWith = (from: string | RegExp, to: string) =>
    write('questions/green/leaves.yaml', leaves.replace(from, to))
  const at = (text: string) => `questions/green/leaves.yaml:${lineOf(leaves, text)}`

  test('a chapter that the subject has not', () => {
    leavesWith('chapter: leaves', 'chapter: roots')
    expect(told()).toContain(`${at('id: leaf-001')}: leaf-001: green-tea has no chapter roots`)
  })

  test('a subject that the exam has not', () => {
    leavesWith('subject: green-tea', 'subject: black-tea')
    expect(told()).toContain(`${at('id: leaf-001')}: leaf-001: the paper of black-tea has no section single`)
  })

  test('a section that the paper has not', () => {
    leavesWith('section: report', 'section: songs')
    expect(told()).toContain(`${at('id: cup-001-1')}: cup-001-1: the paper of green-tea has no section songs`)
  })

  test('a number of options that the paper does not have', () => {
    leavesWith(/\n {6}C: .*/, '')
    expect(told()).toEqual([`${at('id: leaf-001')}: leaf-001: 2 options, the paper has 3`])
  })

  test('an id that another file has already', () => {
    write('questions/more.yaml', leaves.slice(0, leaves.indexOf('tasks:')))
    const [fault = '', ...others] = told()
    expect(others).toEqual([])
    expect(fault).toContain('questions/more.yaml:4: leaf-001: this id stands at ')
    expect(fault).toContain(`${at('id: leaf-001')} already`)
  })

  test('marking points that do not add up to what the paper gives', () => {
    leavesWith('points: 6', 'points: 5')
    expect(told()).toEqual([`${at('id: cup-001-1')}: cup-001: the marking points add up to 9, the paper gives 10`])
  })

  test('a law that is not in the register', () => {
    write('laws.yaml', 'laws: []\n')
    expect(told()).toEqual([`${at('id: leaf-001')}: leaf-001: 《Tea Act》 2020-01-01 is not in laws.yaml`])
  })

  test('a name in exam.yaml that nothing bears', () => {
    write('exam.yaml', examFile.replace('"paper": "mixed"', '"paper": "silk"'))
    expect(told()).toContain(`exam.yaml:${lineOf(examFile, '"paper": "mixed"')}: subject green-tea: unknown paper silk`)
  })

  test('an unknown field of exam.yaml', () => {
    write('exam.yaml', examFile.replace('"passMark": 70', '"passmark": 70'))
    const line = lineOf(examFile, '"passMark"')
    expect(told()).toContain(`exam.yaml:${line}: papers.0.passmark: unknown field`)
  })

  test('all faults of all files, in one go', () => {
    leavesWith('difficulty: 2', 'difficulty: 9')
    write('questions/more.yaml', 'subject: [')
    write('laws.yaml', 'laws: [{ law: Tea Act }]\n')
    const files = new Set(told().map((one) => one.split(':')[0]))
    expect(files).toEqual(new Set(['questions/green/leaves.yaml', 'questions/more.yaml', 'laws.yaml']))
  })
})

test('a seed is refused with all faults, before it could change anything', () => {
  write('questions/more.yaml', 'subject: [')
  expect(() => readContent(exam)).toThrow(BrokenContent)
  expect(() => readContent(exam)).toThrow(/questions\/more\.yaml:1: /)
})
