import { expect, test } from 'vitest'
import { type ExamDefinition, examSchema } from '@/domain/exams/definition'
import { checkExam } from '@/domain/exams/lookup'
import { teaExam } from '../support/tea-exam'

const broken = (change: (exam: ExamDefinition) => unknown) => {
  const exam = structuredClone(teaExam)
  change(exam)
  return checkExam(exam)
}
const first = <T>(list: readonly T[]): T => list[0] as T

test('the tea exam does', () => expect(checkExam(teaExam)).toEqual([]))

test.each<[string, (exam: ExamDefinition) => unknown, string, string]>([
  [
    'an unknown level',
    (one) => Object.assign(first(one.subjects), { level: 'root' }),
    'subject green-tea: unknown level root',
    'subjects.0.level',
  ],
  [
    'an unknown paper',
    (one) => Object.assign(first(one.subjects), { paper: 'silk' }),
    'subject green-tea: unknown paper silk',
    'subjects.0.paper',
  ],
  [
    'a day that draws on an unknown section',
    (one) => Object.assign(first(first(one.papers).daily.sections), { section: 'songs' }),
    'paper mixed: daily names the unknown section songs',
    'papers.0.daily.sections.0.section',
  ],
  [
    'an alternate that draws on an unknown section',
    (one) => first(one.papers).daily.alternate.push({ section: 'songs', count: 1, every: 2 }),
    'paper mixed: daily names the unknown section songs',
    'papers.0.daily.alternate.0.section',
  ],
  [
    'an unknown syllabus',
    (one) => Object.assign(first(one.sittings), { syllabus: 'lost' }),
    'sitting 2030: unknown syllabus lost',
    'sittings.0.syllabus',
  ],
  [
    'an announced sitting without a date',
    (one) => Object.assign(first(one.sittings), { startsOn: undefined }),
    'sitting 2030: announced without a date',
    'sittings.0.status',
  ],
  [
    'chapters of an unknown subject',
    (one) => first(first(one.syllabuses).chapters).subjects.push('black-tea'),
    'syllabus first: unknown subject black-tea',
    'syllabuses.0.chapters.0.subjects.1',
  ],
])('%s', (_, change, message, path) => {
  expect(broken(change)).toEqual([
    { path: path.split('.').map((part) => (/\d/.test(part) ? Number(part) : part)), message },
  ])
})

test('all faults are told at once', () => {
  const both = broken((exam) => {
    Object.assign(first(exam.subjects), { level: 'root', paper: 'silk' })
  })
  expect(both).toHaveLength(2)
})

test('a time zone that does not exist is refused', () => {
  const { error } = examSchema.safeParse({ ...teaExam, timeZone: 'Asia/Atlantis' })
  expect(error?.issues).toMatchObject([{ path: ['timeZone'], message: 'no such time zone' }])
})

test('a field that nobody knows is refused', () => {
  expect(examSchema.safeParse({ ...teaExam, colour: 'green' }).success).toBe(false)
})
