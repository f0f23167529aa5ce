import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkContent } from '@/bin/commands/content/check-content'
import { readContent } from '@/bin/commands/content/read-content'
import { sectionFor } from '@/domain/banks/commands'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import type { ChoiceContent } from '@/domain/questions/input'

const { exam, laws, questions } = readContent(join('content', 'exams', 'social-work'))
const ofSubject = (slug: string) => questions.filter((one) => one.subject === slug)
const objective = ['junior-comprehensive', 'junior-practice', 'intermediate-comprehensive', 'law-policy']
const essays = ['intermediate-practice', 'senior-practice']
const choicesOf = (list: readonly FileQuestion[], type: ChoiceContent['type']) =>
  list.flatMap(({ id, content }) => (content.type === type ? [{ id, ...content }] : []))

/** Every text that a candidate reads, with the place where it stands. */
function textsOf({ id, content }: FileQuestion): [string, string][] {
  const options = 'options' in content ? content.options : []
  const points = content.type === 'essay' ? content.markingPoints : []
  return [
    [`${id} stem`, content.stem],
    [`${id} explanation`, content.explanation],
    [`${id} material`, content.material?.text ?? ''],
    [`${id} model answer`, content.type === 'essay' ? content.modelAnswer : ''],
    ...options.map(({ id: letter, text }): [string, string] => [`${id} option ${letter}`, text]),
    ...options.map(({ id: letter, explanation }): [string, string] => [`${id} why ${letter}`, explanation]),
    ...points.map((point): [string, string] => [`${id} point ${point.id}`, point.text]),
  ]
}
const texts = questions.flatMap(textsOf)
const places = (pattern: RegExp, among = texts) => among.flatMap(([place, text]) => (pattern.test(text) ? [place] : []))

test('the check of content finds no fault', () => {
  expect(checkContent('content').faults).toEqual([])
})

describe.each(objective)('%s', (slug) => {
  const singles = choicesOf(ofSubject(slug), 'single')
  const multiples = choicesOf(ofSubject(slug), 'multiple')

  test('30 single of four options, 10 multiple of five', () => {
    expect(ofSubject(slug)).toHaveLength(40)
    expect(singles.map((one) => one.options.length)).toEqual(Array(30).fill(4))
    expect(multiples.map((one) => one.options.length)).toEqual(Array(10).fill(5))
    for (const { id, key } of multiples) expect([2, 3, 4], id).toContain(key.length)
  })

  test('the right letters are spread: a chi-squared test would not notice them', () => {
    const counts = ['A', 'B', 'C', 'D'].map((letter) => singles.filter((one) => one.key[0] === letter).length)
    const expected = singles.length / 4
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Three degrees of freedom, p = 0.01.
    expect(chiSquared, String(counts)).toBeLessThan(11.345)
    const right = ['A', 'B', 'C', 'D', 'E'].map((letter) => multiples.filter((one) => one.key.includes(letter)).length)
    for (const count of right) expect(count, String(right)).toBeGreaterThan(1)
  })

  test.each([
    ['single', singles],
    ['multiple', multiples],
  ])('in %s choice the right options are not given away by their length', (_, list) => {
    const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
    const differences = list.map(({ key, options }) => {
      const lengths = (right: boolean) =>
        options.filter((one) => key.includes(one.id) === right).map((one) => [...one.text].length)
      return mean(lengths(true)) - mean(lengths(false))
    })
    expect(Math.abs(mean(differences))).toBeLessThanOrEqual(1)
  })
})

test.each(essays)('%s: four tasks, each worth what its section gives', (slug) => {
  const ids = new Set(ofSubject(slug).map((one) => one.group?.id))
  expect(ids.size).toBe(4)
  for (const id of ids) {
    const parts = ofSubject(slug).filter((one) => one.group?.id === id)
    const sum = parts.flatMap(({ content }) => (content.type === 'essay' ? content.markingPoints : []))
    const [first] = parts
    const section = first && sectionFor(exam, first)
    expect(
      sum.reduce((total, point) => total + point.points, 0),
      id,
    ).toBe(section?.points)
    expect(parts.map((one) => one.group?.index)).toEqual(parts.map((_, index) => index + 1))
  }
})

describe('every question', () => {
  test('has an id of its own, as case groups have', () => {
    const ids = [...questions.map((one) => one.id), ...new Set(questions.flatMap((one) => one.group?.id ?? []))]
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says why, for every option', () => {
    const options = questions.flatMap(({ content }) => ('options' in content ? content.options : []))
    expect(options.length).toBeGreaterThan(600)
    for (const option of options) expect([...option.explanation].length, option.text).toBeGreaterThanOrEqual(6)
  })

  test('has a difficulty, a source, the day it was checked, and a blank to fill where it asks for a choice', () => {
    for (const { id, content } of questions) {
      expect(content.sources.length, id).toBeGreaterThan(0)
      expect(content.checkedOn, id).toMatch(/^20\d\d-/)
      if ('options' in content) expect(content.stem, id).toContain('（　　）')
    }
  })

  test('names no letter of an option: they may be shown in another order', () => {
    const letters =
      /(?<![A-Za-z])[A-E]{1,5}\s*(项|选项|正确|错误|对|错)|选项\s*[A-E]|故(本题)?选|答案[为是选]\s*[A-E]|本题选|[A-E][、，][A-E]/
    expect(places(letters)).toEqual([])
  })

  test('has no space between Han characters and digits', () => {
    expect(places(/\p{Script=Han} +\d|\d +\p{Script=Han}/u)).toEqual([])
  })

  test('cites laws that the register knows', () => {
    const known = new Set(laws.map((entry) => `${entry.law}/${entry.edition}`))
    const cited = questions.flatMap(({ content }) =>
      content.sources.flatMap((source) => ('law' in source ? [`${source.law}/${source.edition}`] : [])),
    )
    expect(cited.length).toBeGreaterThan(40)
    expect(cited.filter((one) => !known.has(one))).toEqual([])
  })

  test('is no near twin of another', () => {
    const bigrams = questions.map(({ id, content }) => {
      const plain = content.stem.replaceAll(/[\s\p{P}]/gu, '')
      return {
        id,
        grams: new Set(Array.from({ length: plain.length - 1 }, (_, index) => plain.slice(index, index + 2))),
      }
    })
    for (const [index, one] of bigrams.entries())
      for (const other of bigrams.slice(index + 1)) {
        const shared = [...one.grams].filter((gram) => other.grams.has(gram)).length
        const likeness = shared / (one.grams.size + other.grams.size - shared)
        expect(likeness, `${one.id} and ${other.id}`).toBeLessThan(0.7)
      }
  })
})

// The texts of the laws do not come with the code.
const citations = join('..', 'shared', 'tools', 'check-citations')
test.skipIf(!existsSync(citations))('every citation stands in the text of its law', () => {
  expect(execFileSync(process.execPath, [citations, 'content'], { encoding: 'utf8' })).toMatch(/\b0 faults/)
})
