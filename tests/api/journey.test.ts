import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { AttemptState, Feedback, FinishView } from '@/domain/attempts/view'
import { seedExam } from '@/domain/banks/commands'
import type { DailySet } from '@/domain/daily/queries'
import type { Progress } from '@/domain/progress/view'
import { teaFiles } from '../support/tea-exam'
import { clockAt, guest, randomUUID } from '../support/world'

const noon = '2030-01-15T17:00:00Z'

beforeAll(() => seedExam(teaFiles(), new Date(noon)))
afterEach(() => vi.useRealTimers())

const answerTo = (type: string) =>
  ({
    single: { choices: ['B'] },
    multiple: { choices: ['B', 'A'] },
    'true-false': { choices: ['A'] },
    fill: { blanks: ['WATER'] },
    numeric: { value: 84 },
    essay: { text: 'A clear cup.' },
  })[type]

test('a guest does the day of an exam that no code knows, from first visit to seal', async () => {
  clockAt(noon)
  const ana = await guest()
  const { body: set } = await ana.get<DailySet>('/daily/green-tea')
  expect(set.on).toBe('2030-01-15')
  expect(set.questions.map((one) => one.type)).toEqual([
    'single',
    'single',
    'multiple',
    'true-false',
    'fill',
    'numeric',
    'essay',
  ])
  const id = randomUUID()
  const started = await ana.post<AttemptState>('/attempts', { id, mode: 'daily', subject: 'green-tea' })
  expect(started.status).toBe(200)
  expect(started.body.questions).toEqual(set.questions)
  for (const question of started.body.questions) {
    const reply = await ana.put<Feedback>(`/attempts/${id}/answers/${question.id}`, {
      answer: answerTo(question.type),
      spentMs: 1000,
    })
    expect(reply.status).toBe(200)
    expect(reply.body.verdict).toBe(question.type === 'essay' ? 'unmarked' : 'right')
    expect(reply.body.explanation.html).toContain('CANARY')
  }
  const essay = started.body.questions.at(-1)
  const marked = await ana.put<Feedback>(`/attempts/${id}/answers/${essay?.id}/self-mark`, {
    points: [
      { id: 'p1', awarded: 5.5 },
      { id: 'p2', awarded: 4 },
    ],
  })
  expect(marked.body).toMatchObject({ verdict: 'partial', score: 9.5, maxScore: 10 })
  const finished = await ana.post<FinishView>(`/attempts/${id}/finish`)
  expect(finished.body).toMatchObject({
    score: 24.5,
    maxScore: 25,
    right: 6,
    partial: 1,
    wrong: 0,
    spentMs: 7000,
    checkIn: { on: '2030-01-15', streak: 1 },
  })
  const { body: progress } = await ana.get<Progress>('/progress?exam=tea-taster')
  expect(progress).toMatchObject({
    today: '2030-01-15',
    streak: { current: 1 },
    papers: [{ status: 'finished', score: 24.5 }],
  })
  expect(progress.sitting.daysLeft).toBe(109)
})
