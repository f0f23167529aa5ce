import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { questionTexts } from '@/db/schema'
import { searchParts } from '@/domain/bank-search/bigrams'
import { forgetTexts, indexTexts } from '@/domain/bank-search/commands'
import { seedExam } from '@/domain/banks/commands'
import { listBank } from '@/domain/question-desk/bank-queries'
import { bankQuerySchema } from '@/domain/question-desk/input'
import { restemmed, teaCopy } from '../support/tea-copy'

const now = new Date('2030-01-15T17:00:00Z')
const admin = { role: 'admin' as const, subjects: null }
const files = (name: string) => {
  const stems = [
    '社会工作者开展小组工作时，下列做法恰当的是',
    '小组与个案工作的区别',
    '《残疾人保障法》规定，用人单位安排残疾人就业的比例不得低于1.5%',
    '《妇女权益保障法》对女职工的规定',
    'TCP 与 ＵＤＰ 的区别，以及 3.5 与 35 的大小',
    '工小组作',
  ]
  const base = teaCopy(name, { choice: 6, several: 2, claims: 0, blanks: 0, numbers: 0, report: 0 })
  return stems.reduce((all, stem, index) => restemmed(all, `${name}-choice-00${index + 1}`, stem), base)
}
beforeAll(async () => {
  await seedExam(files('assam'), now)
  await seedExam(files('ceylon'), now)
})

async function found(q: string, more: object = {}) {
  const query = bankQuerySchema.parse({ subject: 'assam', q, ...more })
  const { items, count } = await listBank(admin, query, now)
  expect(count?.n).toBe(items.length)
  return items.map((one) => Number(one.id.slice(-3))).sort()
}

describe('any part of a text finds its question, and no other', () => {
  test.each<[string, number[]]>([
    ['小组工作', [1]],
    ['小组', [1, 2, 6]],
    ['组', [1, 2, 6]],
    ['个案工作的区别', [2]],
    ['保障法', [3, 4]],
    ['残疾人 就业', [3]],
    ['就业　残疾人', [3]],
    ['《妇女权益保障法》', [4]],
    ['女职工的规定', [4]],
    ['udp', [5]],
    ['Tcp', [5]],
    ['3.5', [5]],
    ['1.5%', [3]],
    ['工组小', []],
    ['无此词语', []],
    ['100%', []],
    ['_', []],
    ['"', []],
    ['" OR "小组', [1, 2, 6].slice(0, 0)],
    ['assam-choice-002', [2]],
  ])('%s', async (q, numbers) => expect(await found(q)).toEqual(numbers))

  test('filters and search together', async () => {
    expect(await found('小组', { type: 'multiple' })).toEqual([])
    expect(await found('小组', { type: 'single', status: 'published' })).toEqual([1, 2, 6])
    expect(await found('小组', { status: 'draft' })).toEqual([])
  })

  test('whatever is typed gives what looking through all texts gives', async () => {
    const texts = await db().select({ id: questionTexts.questionId, text: questionTexts.text }).from(questionTexts)
    const own = texts.filter((one) => one.id.startsWith('assam'))
    const piece = fc.constantFrom(
      '小',
      '组',
      '工作',
      '保障',
      '法',
      ' ',
      '3',
      '.',
      '5',
      '%',
      'T',
      "'",
      '*',
      '的',
      '社会',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), async (pieces) => {
        const parts = searchParts(pieces.join(''))
        if (parts.length === 0) return
        const expected = own.filter((one) => parts.every((part) => one.text.includes(part))).map((one) => one.id)
        const query = bankQuerySchema.parse({ subject: 'assam', q: pieces.join('') })
        const { items } = await listBank(admin, query, now)
        expect(items.map((one) => one.id).sort()).toEqual(expected.sort())
      }),
      { numRuns: 40 },
    )
  })
})

test('a text that was put in anew is found by what it says now, and one that was taken out by nothing', async () => {
  const content = files('assam').questions[0]?.content
  if (!content) throw new Error('no question')
  const item = { questionId: 'assam-choice-001', subjectSlug: 'assam', content: { ...content, stem: '老年社会工作' } }
  await write(async (tx) => {
    await forgetTexts(tx, [item.questionId])
    await indexTexts(tx, [item])
  })
  expect(await found('老年社会')).toEqual([1])
  expect(await found('小组工作')).toEqual([])
  await write((tx) => forgetTexts(tx, [item.questionId]))
  expect(await found('老年社会')).toEqual([])
})

test('pages of a search follow each other without a gap', async () => {
  await seedExam(teaCopy('many', { choice: 130 }), now)
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const query = bankQuerySchema.parse({ subject: 'many', q: 'leaf', type: 'single', ...(cursor && { cursor }) })
    const page = await listBank(admin, query, now)
    seen.push(...page.items.map((one) => one.id))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(130)
  expect(new Set(seen).size).toBe(130)
})
