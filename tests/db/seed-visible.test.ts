import { expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { getDailySet } from '@/domain/daily/commands'
import { Refusal } from '@/lib/errors'
import { restemmed, teaCopy } from '../support/tea-copy'

const now = new Date('2030-01-15T17:00:00Z')

test('a new version is seen in a set that was given out before', async () => {
  const files = teaCopy('seen', { choice: 2 })
  await seedExam(files, now)
  const before = await getDailySet('seen', undefined, now)
  const id = 'seen-choice-001'
  await seedExam(restemmed(files, id, 'Seen anew'), now)
  const after = await getDailySet('seen', undefined, now)
  expect(after.questions.map((one) => one.id)).toEqual(before.questions.map((one) => one.id))
  expect(after.questions.find((one) => one.id === id)?.stem.html).toContain('Seen anew')
})

test('a subject that has gone from the exam is not found any more', async () => {
  const files = teaCopy('leaving')
  await seedExam(files, now)
  const subjects = files.exam.subjects.map((subject) => ({ ...subject, slug: 'arriving' }))
  await seedExam(
    {
      ...files,
      exam: { ...files.exam, subjects, syllabuses: files.exam.syllabuses.map((one) => ({ ...one, chapters: [] })) },
      questions: [],
    },
    now,
  )
  const error = await getDailySet('leaving', undefined, now).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  expect(error).toMatchObject({ code: 'not-found' })
})

test('a change of the points in the exam is seen in a set that was given out before', async () => {
  const files = teaCopy('points')
  await seedExam(files, now)
  await getDailySet('points', undefined, now)
  const papers = files.exam.papers.map((paper) => ({
    ...paper,
    sections: paper.sections.map((section) => ({ ...section, points: 7 })),
  }))
  await seedExam({ ...files, exam: { ...files.exam, papers } }, now)
  expect((await getDailySet('points', undefined, now)).questions[0]?.points).toBe(7)
})
