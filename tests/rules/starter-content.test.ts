import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkContent } from '@/bin/commands/content/check-content'
import { readContent } from '@/bin/commands/content/read-content'
import { sectionFor } from '@/domain/banks/commands'
import { paperOf, subjectOf } from '@/domain/exams/lookup'
import { drawUnits } from '@/domain/practice/drawing'

const { exam, laws, questions } = readContent(join('content', 'exams', 'social-work'))
const checked = checkContent('content')
const figuresOf = (slug: string) => {
  const found = checked.subjects.find(({ subject }) => subject === slug)
  if (!found) throw new Error(`no figures of ${slug}`)
  return found
}
const published = (slug: string) => questions.filter((one) => one.subject === slug && !one.reviewNeeded)
const objective = ['junior-comprehensive', 'junior-practice', 'intermediate-comprehensive', 'law-policy']
const tasks = { 'intermediate-practice': { case: 14, plan: 4 }, 'senior-practice': { case: 4, essay: 2 } }

test('the check of content finds no fault', () => {
  expect(checked.faults).toEqual([])
})

describe.each(objective)('%s', (slug) => {
  const { counts, cases, choices, rights, waiting, emptyChapters } = figuresOf(slug)

  test('at least 120 single and 40 multiple choices are published', () => {
    expect(counts.single).toBeGreaterThanOrEqual(120)
    expect(counts.multiple).toBeGreaterThanOrEqual(40)
  })

  test('multiple choices have two, three or four right options, three most often', () => {
    expect(Object.keys(rights)).toEqual(['2', '3', '4'])
    expect(rights[3]).toBeGreaterThan((rights[2] ?? 0) + (rights[4] ?? 0))
  })

  test('three in five tell a case', () => {
    expect(cases / choices).toBeGreaterThanOrEqual(0.6)
  })

  test('no chapter is empty but political theory, which waits for an editor, eight questions at most', () => {
    expect(emptyChapters.filter((key) => key !== 'political-theory')).toEqual([])
    expect(waiting).toBeLessThanOrEqual(8)
  })

  test('two whole papers can be drawn that share no question', () => {
    const paper = paperOf(exam, subjectOf(exam, slug))
    const ofSection = (section: string) =>
      published(slug).flatMap(({ id, chapter, content }) =>
        content.type === section ? [{ id, chapter, section }] : [],
      )
    for (const { id, count } of paper.sections) {
      const candidates = ofSection(id)
      const first = drawUnits(candidates, count, 'first', paper)
      const drawn = new Set(first.map((one) => one.id))
      const second = drawUnits(
        candidates.filter((one) => !drawn.has(one.id)),
        count,
        'second',
        paper,
      )
      expect([first.length, second.length]).toEqual([count, count])
      // Chapters in proportion: none of many questions is left out of either.
      for (const half of [first, second]) expect(new Set(half.map((one) => one.chapter)).size).toBeGreaterThan(8)
    }
  })
})

test.each(Object.entries(tasks))('%s has the tasks that it should, each in order', (slug, wanted) => {
  const { counts } = figuresOf(slug)
  for (const [section, count] of Object.entries(wanted)) expect(counts[section], section).toBeGreaterThanOrEqual(count)
  for (const id of new Set(published(slug).map((one) => one.group?.id))) {
    const parts = published(slug).filter((one) => one.group?.id === id)
    expect(parts.map((one) => one.group?.index)).toEqual(parts.map((_, index) => index + 1))
    const [first] = parts
    const points = parts.flatMap(({ content }) => (content.type === 'essay' ? content.markingPoints : []))
    expect(
      points.reduce((sum, one) => sum + one.points, 0),
      id,
    ).toBe(first && sectionFor(exam, first)?.points)
    const material = first?.content.material?.text.replaceAll(/\s/g, '') ?? ''
    expect([...material].length, id).toBeGreaterThanOrEqual(250)
    expect([...material].length, id).toBeLessThanOrEqual(450)
  }
})

test('the cases of intermediate practice leave no chapter empty', () => {
  expect(figuresOf('intermediate-practice').emptyChapters).toEqual([])
})

describe('every question', () => {
  test('has the day it was checked', () => {
    for (const { id, content } of questions) expect(content.checkedOn, id).toMatch(/^20\d\d-/)
  })

  test('of the paper on laws cites a law, and none rests on a text that is out of date', () => {
    const stale = [
      '社会救助暂行办法',
      '殡葬管理条例',
      '治安管理处罚法',
      '婚姻登记条例',
      '村民委员会组织法',
      '城市居民委员会组织法',
    ]
    for (const { id, subject, content } of questions) {
      const cited = content.sources.flatMap((source) => ('law' in source ? [source.law] : []))
      if (subject === 'law-policy') expect(cited.length, id).toBeGreaterThan(0)
      expect(
        cited.filter((law) => stale.includes(law)),
        id,
      ).toEqual([])
    }
  })

  test('on political theory names document, issuer, date and section, and waits for an editor', () => {
    const political = questions.filter((one) => one.chapter === 'political-theory')
    expect(political.length).toBeGreaterThan(0)
    for (const { id, content, reviewNeeded } of political) {
      expect(reviewNeeded, id).toBe(true)
      for (const source of content.sources)
        expect(source, id).toMatchObject({
          document: expect.any(String),
          issuer: expect.any(String),
          date: expect.any(String),
          section: expect.any(String),
        })
    }
  })

  test('cites laws that the register knows', () => {
    const known = new Set(laws.map((entry) => `${entry.law}/${entry.edition}`))
    const cited = questions.flatMap(({ content }) =>
      content.sources.flatMap((source) => ('law' in source ? [`${source.law}/${source.edition}`] : [])),
    )
    expect(cited.length).toBeGreaterThan(300)
    expect(cited.filter((one) => !known.has(one))).toEqual([])
  })
})

// The texts of the laws do not come with the code.
const citations = join('..', 'shared', 'tools', 'check-citations')
test.skipIf(!existsSync(citations))('every citation stands in the text of its law', () => {
  expect(execFileSync(process.execPath, [citations, 'content'], { encoding: 'utf8' })).toMatch(/\b0 faults/)
})
