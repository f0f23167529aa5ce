import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '@/bin/commands/content/read-content'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { dailyShares, paperOf, subjectOf } from '@/domain/exams/lookup'
import { returnsOf, storedSets } from '../support/days'

const files = readContent(join('content', 'exams', 'social-work'))
const { exam } = files
const first = '2026-11-30'
const days = 20
const byId = new Map(files.questions.map((one) => [one.id, one]))
/** What counts as one in a set: a question, or the case that it is a part of. */
const unitOf = (id: string) => byId.get(id)?.group?.id ?? id
const sectionOf = (id: string) => byId.get(id)?.section ?? byId.get(id)?.content.type

beforeAll(() => seedExam(files, new Date(`${first}T04:00:00Z`)))

describe.each(exam.subjects.map((one) => one.slug))('the sets of %s over twenty days', (slug) => {
  const paper = paperOf(exam, subjectOf(exam, slug))
  const ofSection = (section: string) =>
    new Set(
      files.questions
        .filter((one) => one.subject === slug && !one.reviewNeeded && sectionOf(one.id) === section)
        .map(({ id }) => unitOf(id)),
    )
  const setsOf = async () => {
    await buildSets(slug, addDays(first, days - 1), new Date(`${first}T04:00:00Z`))
    return (await storedSets(slug)).map((set) => set.ids)
  }

  test('are full, and bring nothing back before its turn', async () => {
    const sets = await setsOf()
    expect(sets).toHaveLength(days)
    const wanted = (at: number) => dailyShares(paper, addDays(first, at))
    for (const [at, ids] of sets.entries())
      for (const { section, count } of wanted(at))
        expect(new Set(ids.filter((id) => sectionOf(id) === section).map(unitOf)).size, `day ${at}`).toBe(count)
    for (const { id: section } of paper.sections) {
      const turns = sets
        .map((ids) => [...new Set(ids.filter((one) => sectionOf(one) === section).map(unitOf))])
        .filter((units) => units.length > 0)
      const each = turns[0]?.length ?? 1
      const soonest = Math.floor(ofSection(section).size / each)
      for (const gap of returnsOf(turns)) expect(gap, section).toBeGreaterThanOrEqual(soonest)
    }
  })

  test('hold nothing that waits for an editor', async () => {
    for (const id of (await setsOf()).flat()) expect(byId.get(id)?.reviewNeeded, id).toBe(false)
  })

  test.runIf(paper.sections.some((one) => one.type === 'single'))(
    'take their questions from many chapters',
    async () => {
      const sets = await setsOf()
      for (const [at, ids] of sets.entries())
        expect(new Set(ids.map((id) => byId.get(id)?.chapter)).size, `day ${at}`).toBeGreaterThanOrEqual(6)
      const inTwenty = new Set(sets.flat().map((id) => byId.get(id)?.chapter))
      const published = files.questions.filter((one) => one.subject === slug && !one.reviewNeeded)
      expect(inTwenty).toEqual(new Set(published.map((one) => one.chapter)))
    },
  )
})
