import { describe, expect, test } from 'vitest'
import { type Decision, stepsBack } from '@/components/import-decisions/decisions'
import { fixNumbered, numberedFixes } from '@/components/import-decisions/fixes'
import { changedParts } from '@/components/import-editing/kept-edits'
import { emptyDraft } from '@/domain/formats/draft'
import { finding } from '@/domain/formats/findings'

const draft = { ...emptyDraft, type: 'single' as const, stem: '题干', choices: ['B'], label: '7' }
const before = { position: 3000, draft, action: 'wait' as const, touched: false }
const back = (change: Decision['change'], more: Partial<Decision> = {}) => stepsBack({ change, before, ...more })

describe('the way back from a decision', () => {
  test('a fix gives back what it changed, and nothing else', () => {
    expect(back({ draft: { choices: ['A'] } })).toEqual([{ position: 3000, draft: { choices: ['B'] } }])
  })

  test('an action that the check had chosen is the check’s again', () => {
    expect(back({ action: 'skip' })).toEqual([{ position: 3000, action: null }])
  })

  test('an action that a person had chosen is theirs again', () => {
    const chosen = { ...before, action: 'add' as const, touched: true }
    expect(back({ action: 'skip' }, { before: chosen })).toEqual([{ position: 3000, action: 'add' }])
  })

  test('what was split is merged, whatever position the second got', () => {
    const [merge, restore] = back({ op: 'split', at: { stem: 1 } })
    expect(merge).toEqual({ next: 3000, change: { op: 'merge' } })
    expect(restore).toMatchObject({ position: 3000, draft: { stem: '题干', choices: ['B'] } })
  })

  test('what was merged is split where the first ended, and both have their texts again', () => {
    const into = { ...before, position: 2000, draft: { ...draft, stem: '前一题' } }
    const steps = back({ op: 'merge' }, { into })
    expect(steps[0]).toEqual({ position: 2000, op: 'split', at: { stem: 3, option: 0 } })
    expect(steps[1]).toMatchObject({ next: 2000, change: { draft: { stem: '题干' } } })
    expect(steps[2]).toMatchObject({ position: 2000, draft: { stem: '前一题' } })
  })

  test('only what the API takes of a draft is sent', () => {
    for (const change of [{ op: 'retype' as const, type: 'multiple' as const }, { op: 'split' as const }])
      expect(JSON.stringify(back(change))).not.toMatch(/"(label|raw|group|externalId)"/)
  })
})

describe('fixes', () => {
  const findings = [
    finding('KEY_MISSING', { row: 3 }, { type: 'single', last: 'B' }, [
      { label: 'A', patch: { choices: ['A'] } },
      { label: 'B', patch: { choices: ['B'] } },
    ]),
    finding('WITHIN_FILE', { row: 3 }),
  ]

  test('are numbered through all findings of a question', () => {
    expect(numberedFixes({ findings, target: null }).map(({ fixes }) => fixes.map((one) => one.number))).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  test('are found by their number', () => {
    expect(fixNumbered({ findings, target: null }, 2)?.change).toEqual({ draft: { choices: ['B'] } })
    expect(fixNumbered({ findings, target: null }, 4)?.change).toEqual({ action: 'skip' })
    expect(fixNumbered({ findings, target: null }, 5)).toBeUndefined()
  })
})

test('a duplicate of one in the bank may become its next version, a twin within the file may not', () => {
  const target = {
    questionId: 'q',
    type: 'single',
    status: 'draft',
    question: null,
    solution: null,
    difference: [],
  } as const
  const labels = (on: typeof target | null) =>
    numberedFixes({ findings: [finding('KEY_CONFLICT', {})], target: on && { ...on, difference: [] } }).flatMap(
      ({ fixes }) => fixes.map((one) => one.label),
    )
  expect(labels(target)).toEqual(['take', 'keep'])
  expect(labels(null)).toEqual(['addAnyway', 'skip'])
})

test('an edit sends the parts that differ', () => {
  expect(changedParts(draft, { ...draft, stem: '题干改过', choices: ['B'] })).toEqual({ stem: '题干改过' })
})
