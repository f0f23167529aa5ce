import { expect, test } from 'vitest'
import { type ExamFiles, seedExam } from '@/domain/banks/commands'
import { buildSets, getDailySet } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import { storedSets } from '../support/days'
import { getQuestion, withhold } from '../support/tables'
import { teaCopy, without, withQuestion } from '../support/tea-copy'

const first = '2030-01-15'
const at = (day: string) => new Date(`${day}T17:00:00Z`)

async function usedIn(files: ExamFiles, days = 9): Promise<string[]> {
  const name = files.exam.slug
  await seedExam(files, at(first))
  await buildSets(name, addDays(first, days), at(first))
  return (await storedSets(name)).flatMap((set) => set.ids)
}

const source = { law: 'Tea Act', edition: '2020-01-01', article: 'Article 1', quote: 'Tea is a leaf.' }
const onLaw = (question: FileQuestion): FileQuestion => ({
  ...question,
  content: { ...question.content, sources: [source] },
})
const edition = (effectiveOn: string | null, endsOn: string | null) => [
  { law: 'Tea Act', title: 'Tea Act', edition: '2020-01-01', effectiveOn, endsOn },
]

test('a question that its writer wants reviewed is never chosen', async () => {
  const id = 'review-choice-001'
  const used = await usedIn(withQuestion(teaCopy('review'), id, (question) => ({ ...question, reviewNeeded: true })))
  expect(used).not.toContain(id)
  expect(used).toContain('review-choice-002')
})

test('a doubtful question is never chosen while it is withheld', async () => {
  const files = teaCopy('doubt')
  await seedExam(files, at(first))
  await withhold('doubt-choice-001')
  const used = await usedIn(files)
  expect(used).not.toContain('doubt-choice-001')
  expect(used).toContain('doubt-choice-002')
})

// The sitting of 2030 examines the law of 2029-12-31.
test.each([
  ['in force before', '2020-03-01', null, true],
  ['in force from the very day', '2029-12-31', null, true],
  ['in force only the day after', '2030-01-01', null, false],
  ['replaced on the very day', '2020-03-01', '2029-12-31', false],
  ['replaced the day after', '2020-03-01', '2030-01-01', true],
  ['of unknown dates', null, null, true],
])('a question on a law %s is chosen or left out accordingly', async (words, from, until, isChosen) => {
  const name = `law-${words.replaceAll(' ', '-')}`
  const id = `${name}-choice-001`
  const files = { ...withQuestion(teaCopy(name), id, onLaw), laws: edition(from, until) }
  expect((await usedIn(files)).includes(id)).toBe(isChosen)
})

test('a law that gets an end in the register withholds its questions, though their own file is as it was', async () => {
  const id = 'amended-choice-001'
  const files = { ...withQuestion(teaCopy('amended'), id, onLaw), laws: edition('2020-03-01', null) }
  await seedExam(files, at(first))
  const report = await seedExam({ ...files, laws: edition('2020-03-01', '2029-06-01') }, at(first))
  expect(report.versions).toBe(0)
  expect(await getQuestion(id)).toMatchObject({ inForceFrom: '2020-03-01', inForceUntil: '2029-06-01' })
  expect(await usedIn({ ...files, laws: edition('2020-03-01', '2029-06-01') })).not.toContain(id)
})

test('which law a day examines is settled by the day, not by when its set is built', async () => {
  const id = 'eve-choice-001'
  const files = { ...withQuestion(teaCopy('eve', { choice: 2 }), id, onLaw), laws: edition(null, '2030-06-01') }
  const [sitting] = files.exam.sittings
  if (!sitting) throw new Error('no sitting')
  const next = { ...sitting, year: 2031, startsOn: '2031-05-03', endsOn: '2031-05-03', lawInForceOn: '2030-12-31' }
  const eve = '2030-05-04'
  await seedExam({ ...files, exam: { ...files.exam, sittings: [sitting, next] } }, at(eve))
  await buildSets('eve', addDays(eve, 1), at(eve))
  expect((await storedSets('eve')).map(({ ids }) => ids.includes(id))).toEqual([true, false])
})

/** Both reports of the copy as one case of two questions, beside a third on its own. */
function withCase(name: string): ExamFiles {
  const files = teaCopy(name, { report: 3 })
  const asCase = (index: number) => (question: FileQuestion) => ({
    ...question,
    group: { id: `${name}-case`, index, of: 2 },
  })
  return withQuestion(withQuestion(files, `${name}-report-001`, asCase(1)), `${name}-report-002`, asCase(2))
}

test('a case group comes whole, in its order, and counts as one', async () => {
  await usedIn(withCase('case'), 3)
  const reports = (await storedSets('case')).map((set) => set.ids.filter((id) => id.includes('-report-')))
  expect(reports.map((ids) => ids.join(' ')).sort()).toEqual([
    'case-report-001 case-report-002',
    'case-report-001 case-report-002',
    'case-report-003',
    'case-report-003',
  ])
  const days = await storedSets('case')
  const day = days.find((set) => set.ids.includes('case-report-002'))?.day
  const { questions } = await getDailySet('case', day, at(addDays(first, 3)))
  expect(questions.flatMap(({ group }) => (group ? [group] : []))).toEqual([
    { id: 'case-case', index: 1, of: 2 },
    { id: 'case-case', index: 2, of: 2 },
  ])
})

test('a part of a case that was withdrawn is not set anew', async () => {
  const files = withCase('part')
  await seedExam(files, at(first))
  const used = await usedIn(without(files, 'part-report-002'))
  expect(used).toContain('part-report-001')
  expect(used).not.toContain('part-report-002')
})

/** A paper whose set of every second day is one report alone. */
function alternating(name: string, reports: number): ExamFiles {
  const files = teaCopy(name, { report: reports })
  const papers = files.exam.papers.map((paper) => ({
    ...paper,
    daily: {
      ...paper.daily,
      sections: [{ section: 'choice', count: 2 }],
      alternate: [{ section: 'report', count: 1, every: 2 }],
    },
  }))
  return { ...files, exam: { ...files.exam, papers } }
}

test('an alternate section takes the place of the usual ones on its days', async () => {
  await usedIn(alternating('alternate', 2), 3)
  const sizes = (await storedSets('alternate')).map((set) => set.ids.length)
  expect(sizes.sort()).toEqual([1, 1, 2, 2])
})

test('days of an alternate section without questions get a usual set, and the days after them theirs', async () => {
  await usedIn(alternating('no-alternate', 0), 5)
  const sets = await storedSets('no-alternate')
  expect(sets.map((set) => set.ids.length)).toEqual([2, 2, 2, 2, 2, 2])
})
