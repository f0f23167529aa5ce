import fc from 'fast-check'
import { parse } from 'gift-pegjs'
import { expect, test } from 'vitest'
import { readGift } from '@/domain/formats/moodle/gift-reader'
import { writeGift } from '@/domain/formats/moodle/gift-writer'
import type { Bank, WrittenQuestion } from '@/domain/formats/writing'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

const shape = { wild: true, formulas: true }
/** What GIFT has no place for: the table in docs/formats.md. */
const strip = ['sources', 'difficulty', 'points', 'year', 'checkedOn', 'markingPoints']
const read = (bytes: Uint8Array) => readGift(bytes, { fileName: 'x', limit: 1000 })

async function comesBack(bank: Bank, lost: readonly string[]) {
  const { bytes } = await writeGift(bank)
  const reading = await read(bytes)
  const told = complaints(reading).map((one) => one.code)
  expect(told.filter((code) => code !== 'MARKING_POINTS_MISSING')).toEqual([])
  expect(actualOf(reading, bank, lost)).toEqual(expectedOf(bank, lost))
  expect(reading.questions.map((one) => one.draft.externalId)).toEqual(
    bank.questions.map(({ id }) => ({ source: 'yilian', id })),
  )
  expect(reading.dialect).toBe('Yilian')
}

test('choices, judgements and numbers come back, whatever their texts hold', async () => {
  const banks = bankArbitrary({ ...shape, types: ['single', 'multiple', 'true-false', 'numeric'] })
  await fc.assert(
    fc.asyncProperty(banks, (bank) => comesBack(bank, strip)),
    { numRuns: 50 },
  )
})

test('essays come back with their model answer', async () => {
  await fc.assert(
    fc.asyncProperty(bankArbitrary({ ...shape, types: ['essay'] }), (bank) =>
      comesBack(bank, [...strip, 'explanation']),
    ),
    { numRuns: 50 },
  )
})

const oneBlank = ({ content }: WrittenQuestion) => content.type === 'fill' && content.key.length === 1

test('one blank comes back; several are left out, and told', async () => {
  const banks = bankArbitrary({ ...shape, types: ['fill'], groups: false })
  await fc.assert(
    fc.asyncProperty(banks, async (bank) => {
      const { losses } = await writeGift(bank)
      const left = bank.questions.filter((one) => !oneBlank(one)).map(({ id }) => id)
      expect(losses.flatMap((one) => (one.code === 'LEFT_OUT' ? one.place.path : []))).toEqual(left)
      const kept = { ...bank, questions: bank.questions.filter(oneBlank) }
      if (kept.questions.length > 0) await comesBack(kept, strip)
    }),
    { numRuns: 50 },
  )
})

test('what is lost is told, by question', async () => {
  const [question] = fc.sample(bankArbitrary({ types: ['essay'], groups: false }), { numRuns: 1, seed: 3 })
  const content = question?.questions[0]?.content
  if (!question || content?.type !== 'essay') throw new Error('no essay')
  const full = { ...content, year: 2024, points: 20, explanation: '见教材', sources: [{ bank: 'x', place: '' }] }
  const bank = { ...question, questions: [{ id: 'q1', chapter: null, group: null, content: full }] }
  const { losses } = await writeGift(bank)
  const told = losses.filter((one) => one.place.path === 'q1').map((one) => one.params.what)
  for (const what of ['explanation', 'sources', 'points', 'year', 'markingPoints']) expect(told).toContain(what)
})

/** The type that a second parser sees in what we write. */
const pegTypes = {
  single: 'MC',
  multiple: 'MC',
  'true-false': 'TF',
  fill: 'Short',
  numeric: 'Numerical',
  essay: 'Essay',
}

test('another parser reads what is written, and sees the same types and answers', async () => {
  const plain = bankArbitrary({ groups: false, paragraphs: false })
  await fc.assert(
    fc.asyncProperty(plain, async (bank) => {
      const kept = bank.questions.filter(({ content }) => content.type !== 'fill' || content.key.length === 1)
      if (kept.length === 0) return
      const { bytes } = await writeGift({ ...bank, questions: kept })
      const parsed = parse(new TextDecoder().decode(bytes)).filter((one) => one.type !== 'Category')
      expect(parsed.map((one) => one.type)).toEqual(kept.map(({ content }) => pegTypes[content.type]))
      for (const [index, one] of parsed.entries()) {
        const content = kept[index]?.content
        if (one.type !== 'MC' || !content || !('options' in content)) continue
        const rights = one.choices.flatMap((choice, at) =>
          choice.isCorrect || (choice.weight ?? 0) > 0 ? ['ABCDEFGH'[at]] : [],
        )
        expect(rights).toEqual(content.key)
      }
    }),
    { numRuns: 40 },
  )
})

/** Original samples of everything the grammar has. */
const samples = `// comment
$CATEGORY: $course$/top/实务

::Q1:: 小组的第一阶段是{=准备 ~中期#不对 ~结束}

::Q2:: 属于直接方法的有{~%50%个案 ~%50%小组 ~%-100%政策}

接纳就是认同。{F#不对#对}

社工的英文缩写是{=SW =sw}。

::Q5::[html]<b>几</b>个阶段\\?{#5:1}

从{#1..5}

论述增能。{}

用\\{括号\\}和\\=号{T}

{=甲 ~乙} 是首选。

[markdown]*重*点{TRUE}

选{
  =准备 # 好
  ~结束 # 不好
  #### 都看教材
}`

test('the other parser is an oracle: same types and same right answers on its own ground', async () => {
  const reading = await read(new TextEncoder().encode(samples))
  const parsed = parse(samples).filter((one) => one.type !== 'Category')
  const ours = {
    MC: ['single', 'multiple'],
    TF: ['true-false'],
    Short: ['fill'],
    Numerical: ['numeric'],
    Essay: ['essay'],
  }
  expect(reading.questions).toHaveLength(parsed.length)
  for (const [index, one] of parsed.entries()) {
    const draft = reading.questions[index]?.draft
    expect(ours[one.type as keyof typeof ours]).toContain(draft?.type)
    if (one.type === 'TF') expect(draft?.choices).toEqual([one.isTrue ? 'A' : 'B'])
    if (one.type === 'MC')
      expect(draft?.choices).toEqual(
        one.choices.flatMap((choice, at) => (choice.isCorrect || (choice.weight ?? 0) > 0 ? ['ABCD'[at]] : [])),
      )
  }
})
