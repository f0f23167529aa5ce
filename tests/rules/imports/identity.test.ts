import { describe, expect, test } from 'vitest'
import { printOf } from '@/domain/imports/recognition/identity'
import type { QuestionContent } from '@/domain/questions/input'
import { choice } from '../../support/likeness-questions'

const stem = '社会工作者在接案阶段的首要任务是（　）。'
const options = ['建立专业关系', '制定服务计划', '评估服务成效', '处理离别情绪']
const base = choice(stem, options)
const print = (content: QuestionContent, id?: string) =>
  printOf({ content, chapterKey: null, externalId: id ? { source: 'file', id } : null })

const shuffled = choice(stem, ['评估服务成效', '建立专业关系', '处理离别情绪', '制定服务计划'], { key: ['B'] })

describe('identity', () => {
  test('is the same for shuffled options, other punctuation, and another place in another bank', () => {
    expect(print(shuffled)).toEqual(print(base))
    expect(print(choice('社会工作者在接案阶段的首要任务是____', options)).identity).toBe(print(base).identity)
    expect(print({ ...base, sources: [{ bank: '题库', place: '第 9 行' }] })).toEqual(print(base))
  })

  test('is another for another option, picture or material', () => {
    const picture = (byte: string) => choice(`这个标志是何含义？![x](media:${byte.repeat(64)})`, options)
    expect(print(picture('a')).identity).not.toBe(print(picture('b')).identity)
    expect(print(choice(stem, [...options.slice(0, 3), '招募组员'])).identity).not.toBe(print(base).identity)
    const material = (text: string) => ({ ...base, material: { id: 'm', title: '', text } })
    expect(print(material('案例一')).identity).not.toBe(print(material('案例二')).identity)
    expect(print(material('案例一')).identity).toBe(
      print({ ...base, material: { id: 'other', title: '', text: '案例一。' } }).identity,
    )
  })

  test('is the id that the file gives, whatever the text', () => {
    expect(print(choice('另一道题的题干', options), '7').identity).toBe(print(base, '7').identity)
    expect(print(base, '7').identity).not.toBe(print(base, '8').identity)
    expect(print(base, '7').identity).not.toBe(print(base).identity)
  })

  test('options that are signs alone are not all the same', () => {
    expect(print(choice(stem, ['√', '×'])).identity).not.toBe(print(choice(stem, ['!', '?'])).identity)
  })
})

describe('key and content', () => {
  test('the key goes by the texts of the right answers', () => {
    expect(print({ ...base, key: ['B'] } as QuestionContent).keyHash).not.toBe(print(base).keyHash)
    expect(print({ ...base, key: ['B'] } as QuestionContent).identity).toBe(print(base).identity)
  })

  test.each([
    ['an explanation', { explanation: '接案从关系开始。' }],
    ['points', { points: 2 }],
    ['a law', { sources: [{ law: '慈善法', edition: '2024-09-05', article: '第一条', quote: '为了发展慈善事业' }] }],
    ['difficulty', { difficulty: 5 }],
  ])('%s makes other content, and not another question', (_, change) => {
    const changed = print({ ...base, ...change })
    expect(changed.contentHash).not.toBe(print(base).contentHash)
    expect(changed).toEqual({ ...print(base), contentHash: changed.contentHash })
  })

  test('a judgement is the same as 正确/错误 and as 对/错', () => {
    const judged = (texts: string[], key: string) =>
      print(choice(stem, texts, { type: 'true-false', key: [key] } as Partial<QuestionContent>))
    expect(judged(['对', '错'], 'A').keyHash).toBe(judged(['正确', '错误'], 'A').keyHash)
    expect(judged(['对', '错'], 'A').identity).toBe(judged(['正确', '错误'], 'B').identity)
    expect(judged(['对', '错'], 'B').keyHash).not.toBe(judged(['正确', '错误'], 'A').keyHash)
  })
})
