import { describe, expect, test } from 'vitest'
import { type GoalExam, withLevel, withPassed } from '@/components/settings/goals'

const exam: GoalExam = {
  slug: 'tea',
  title: 'Tea',
  levels: [
    { id: 'tea/first', title: 'I', name: 'Taster', subjects: [{ slug: 'green', title: 'Green' }] },
    {
      id: 'tea/second',
      title: 'II',
      name: 'Master',
      subjects: [
        { slug: 'green', title: 'Green' },
        { slug: 'black', title: 'Black' },
      ],
    },
  ],
  years: [2027, 2028],
}
const goal = { exam: 'tea', level: 'tea/second', sitting: 2028, passed: [{ subject: 'black', year: 2026 }] }

describe('a goal', () => {
  test('begins with the next sitting, and nothing passed', () => {
    expect(withLevel(null, [exam], 'tea/first')).toEqual({ exam: 'tea', level: 'tea/first', sitting: 2027, passed: [] })
  })

  test('at another level keeps its year, and what was passed of that level alone', () => {
    expect(withLevel(goal, [exam], 'tea/first')).toEqual({ ...goal, level: 'tea/first', passed: [] })
    expect(withLevel({ ...goal, sitting: 2020 }, [exam], 'tea/second')).toEqual({ ...goal, sitting: 2027 })
  })

  test('of a level that no exam has is none', () => {
    expect(withLevel(goal, [exam], 'coffee/first')).toBeNull()
  })

  test('names a paper passed once, and forgets it', () => {
    const again = withPassed(goal, 'black', 2025)
    expect(again.passed).toEqual([{ subject: 'black', year: 2025 }])
    expect(withPassed(again, 'green', 2026).passed).toHaveLength(2)
    expect(withPassed(again, 'black', null).passed).toEqual([])
  })
})
