import { describe, expect, test } from 'vitest'
import {
  contentOf,
  emptyForm,
  formOf,
  isComplete,
  type QuestionForm,
  withType,
} from '@/components/bank/editor/draft-content'
import { contentSchema } from '@/domain/questions/input'

const options = ['评估需要', '直接转介'].map((text, at) => ({ text, explanation: '', right: at === 0 }))
const single: QuestionForm = { ...emptyForm, stem: '社工首先应当做的是（　　）。', options }
const law = { law: '慈善法', edition: '2016-03-16', article: '第三条', quote: '本法所称慈善活动' }

describe('a question in its form', () => {
  test.each<[string, Partial<QuestionForm>, boolean]>([
    ['all that is needed', {}, true],
    ['a stem of one letter', { stem: '社' }, false],
    ['no right option', { options: options.map((one) => ({ ...one, right: false })) }, false],
    ['an option without words', { options: [...options, { text: ' ', explanation: '', right: false }] }, false],
    ['a bank named, its place left open', { sources: [{ bank: '本站原创', place: '' }] }, true],
    ['a bank that is just being added', { sources: [{ bank: '', place: '' }] }, false],
    ['a law all of whose parts are there', { sources: [law] }, true],
    ['a law without its wording', { sources: [{ ...law, quote: '' }] }, false],
    ['blanks without an answer', { type: 'fill' }, false],
    ['a number', { type: 'numeric', value: '3' }, true],
    ['an essay without a model answer', { type: 'essay' }, false],
  ])('%s: whether it can be shown', (_, part, isReady) => {
    const form = { ...single, ...part }
    expect(isComplete(form)).toBe(isReady)
    if (isReady) expect(contentSchema.safeParse(contentOf(form)).error?.issues ?? []).toEqual([])
  })

  test('what is read into the form is written out the same', () => {
    const written = contentSchema.parse(
      contentOf({ ...single, sources: [law], topics: '评估、介入', checkedOn: '2026-11-01' }),
    )
    expect(contentSchema.parse(contentOf(formOf(written)))).toEqual(written)
  })

  test('a single choice keeps the first right option of a multiple one', () => {
    const multiple: QuestionForm = {
      ...single,
      type: 'multiple',
      options: options.map((one) => ({ ...one, right: true })),
    }
    expect(withType(multiple, 'single').options.map((one) => one.right)).toEqual([true, false])
  })
})
