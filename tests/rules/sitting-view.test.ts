import { describe, expect, test } from 'vitest'
import type { Sitting } from '@/domain/exams/definition'
import { viewExam, viewSitting } from '@/domain/exams/view'
import en from '@/messages/en.json' with { type: 'json' }
import zh from '@/messages/zh-CN.json' with { type: 'json' }
import { teaExam } from '../support/tea-exam'

const today = '2026-11-23'
const dated = { startsOn: '2027-05-22', endsOn: '2027-05-23' }
const sitting = (status: Sitting['status'], dates: Partial<Sitting> = {}): Sitting => ({
  ...{ year: 2027, status, lawInForceOn: '2026-12-31', syllabus: '2025', certainty: 'official' },
  ...dates,
})
const statuses = ['unannounced', 'expected', 'announced', 'postponed', 'cancelled', 'held'] as const
const counting = ['expected', 'announced', 'postponed']

describe('a countdown is shown only for a date that is announced, or labelled as expected', () => {
  test.each(statuses)('%s without a date: no countdown', (status) => {
    expect(viewSitting(sitting(status), today)).toMatchObject({ startsOn: null, endsOn: null, daysLeft: null })
  })

  test.each(statuses)('%s with a date in the file', (status) => {
    const shown = counting.includes(status)
    expect(viewSitting(sitting(status, dated), today)).toMatchObject({
      startsOn: shown ? '2027-05-22' : null,
      endsOn: shown ? '2027-05-23' : null,
      daysLeft: shown ? 180 : null,
    })
  })

  test.each(statuses)('%s with its days begun or gone: no countdown below nought', (status) => {
    expect(viewSitting(sitting(status, dated), '2027-05-23').daysLeft).toBeNull()
    expect(viewSitting(sitting(status, dated), '2028-01-01').daysLeft).toBeNull()
  })

  test('on the first day itself it stands at nought', () => {
    expect(viewSitting(sitting('announced', dated), '2027-05-22').daysLeft).toBe(0)
  })

  test('the last day alone is no date to count to', () => {
    expect(viewSitting(sitting('announced', { endsOn: '2027-05-23' }), today).daysLeft).toBeNull()
  })

  test.each([
    ['zh-CN', zh],
    ['en', en],
  ])('the words in %s count days for no other sitting', (_, { home }) => {
    for (const [status, words] of Object.entries(home.sitting))
      if (words.includes('{days')) expect(counting).toContain(status)
  })

  test('an expected date is called expected, where it is counted to', () => {
    expect(zh.home.sitting.expected).toMatch(/预计/)
    expect(en.home.sitting.expected).toMatch(/expected/i)
  })
})

test('a view of an exam sums up what a day of each paper comes to', () => {
  const [level] = viewExam(teaExam, '2030-01-15').levels
  expect(level?.subjects[0]?.paper.daily).toEqual({ questions: 7, points: 25, limitSeconds: 300 })
  expect(viewExam(teaExam, '2030-01-15').sitting).toMatchObject({ year: 2030, daysLeft: 109 })
})
