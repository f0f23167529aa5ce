import { describe, expect, test } from 'vitest'
import { contentSchema, type QuestionContent } from '@/domain/questions/input'
import { questionToAnswerOutput, solutionOutput } from '@/domain/questions/output'
import { questionTypes } from '@/domain/questions/types'
import { renderQuestion, renderSolution } from '@/domain/questions/view'
import { canary, teaQuestions } from '../support/tea-exam'

const sections = ['choice', 'several', 'claims', 'blanks', 'numbers', 'report'] as const
const contents = sections.flatMap((section) => teaQuestions(section, 1).map((one) => one.content))
const cases = contents.map((content): [string, QuestionContent] => [content.type, content])
const place = { id: 'q', version: 'v', number: 1, points: 1 }

/** All texts of a value, with the path on which each stands. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`))
}

test('the cast has every type of question, and a canary in every part that is secret', () => {
  expect(new Set(contents.map((one) => one.type))).toEqual(new Set(questionTypes))
  for (const content of contents) {
    const open = /^\.(type|stem|options\.\d\.(id|text)|material\.\w+|key\.\d|markingPoints\.\d\.id|key\.0\.1)$/
    for (const [path, text] of texts(content))
      if (!open.test(path)) expect([path, text]).toEqual([path, expect.stringContaining(canary)])
  }
})

describe('before the answer', () => {
  test.each(cases)('%s: no byte of key, explanation, source or topic', (_, content) => {
    const seen = { ...place, ...renderQuestion(content) }
    expect(JSON.stringify(seen)).not.toContain(canary)
    expect(questionToAnswerOutput.safeParse(seen).error).toBeUndefined()
    const told = new Set(texts(seen).map(([path]) => path.split('.')[1]))
    for (const secret of ['key', 'explanation', 'sources', 'topics', 'difficulty', 'modelAnswer', 'markingPoints'])
      expect(told).not.toContain(secret)
  })

  test.each(cases)('%s: the schema of the API refuses every secret field', (_, content) => {
    const seen = { ...place, ...renderQuestion(content) }
    for (const [field, value] of Object.entries(content))
      if (!(field in seen)) expect(questionToAnswerOutput.safeParse({ ...seen, [field]: value }).success).toBe(false)
    expect(questionToAnswerOutput.safeParse({ ...seen, ...renderSolution(content) }).success).toBe(false)
  })

  test('an option is its letter and its words', () => {
    const [choice] = contents
    expect(choice && renderQuestion(choice).options).toEqual(
      ['A', 'B', 'C'].map((id) => ({ id, html: `Option ${id}` })),
    )
  })

  test('the key cannot be told from the bytes: another key gives the same ones', () => {
    for (const content of contents) {
      const other = { ...content }
      if (other.type === 'single' || other.type === 'true-false') other.key = ['A']
      if (other.type === 'multiple') other.key = ['C', 'D']
      if (other.type === 'fill') other.key = [['milk']]
      if (other.type === 'numeric') other.key = { value: 1, tolerance: 1 }
      expect(renderQuestion(other)).toEqual(renderQuestion(content))
    }
  })

  test('how many blanks there are is told, and the shared text of a case', () => {
    const of = (type: string) => contents.find((one) => one.type === type) ?? contents[0]
    const [fill, essay] = [of('fill'), of('essay')]
    expect(fill && renderQuestion(fill)).toMatchObject({ blanks: 1, options: [] })
    expect(essay && renderQuestion(essay).material).toEqual({
      id: 'tea-case',
      html: '<p>A pale cup stands on the table.</p>',
    })
  })
})

describe('after the answer', () => {
  test.each(cases)('%s: all of it, in the shape of the API', (_, content) => {
    const solution = renderSolution(content)
    expect(solutionOutput.safeParse(solution).error).toBeUndefined()
    expect(solution.explanation.html).toContain(canary)
    expect(solution.source).toEqual(content.sources)
    expect(solution.topics).toEqual(content.topics)
    expect(solution.key).toEqual(content.type === 'essay' ? null : content.key)
    if (content.type === 'essay') expect(solution.modelAnswer?.html).toContain(canary)
  })

  test('hostile words are harmless in every part', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const content = contentSchema.parse({
      ...{ type: 'single', stem: evil, explanation: evil, difficulty: 1, key: ['A'] },
      options: ['A', 'B'].map((id) => ({ id, text: `${evil}${id}`, explanation: evil })),
      material: { id: 'm', title: 't', text: evil },
    })
    expect(JSON.stringify([renderQuestion(content), renderSolution(content)])).not.toContain('<img')
  })
})
