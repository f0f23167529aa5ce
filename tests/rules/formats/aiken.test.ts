import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAiken } from '@/domain/formats/moodle/aiken-reader'
import { writeAiken } from '@/domain/formats/moodle/aiken-writer'
import { readFile } from '@/domain/formats/read'
import { bankArbitrary } from '../../support/bank-arbitrary'
import { actualOf, complaints, expectedOf } from '../../support/bank-trip'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readAiken(bytes(text), { fileName: 'a.txt', limit: 10_000 })
const codes = (findings: readonly { code: string }[]) => findings.map((one) => one.code)
const brief = async (text: string) =>
  (await read(text)).questions.map(({ draft }) => [
    draft.stem,
    draft.options.map((one) => one.text),
    draft.choices.join(''),
  ])

describe('reading', () => {
  test('as Moodle writes it', async () => {
    const text =
      '小组工作的第一阶段是\nA) 准备\nB) 中期\nANSWER: A\n\n下列属于伦理的是\r\nA. 保密\r\nB. 盈利\r\nANSWER: B\r\n'
    expect(await brief(text)).toEqual([
      ['小组工作的第一阶段是', ['准备', '中期'], 'A'],
      ['下列属于伦理的是', ['保密', '盈利'], 'B'],
    ])
    expect((await read(text)).questions.map((one) => one.place.line)).toEqual([1, 6])
  })

  test('what Moodle loses: a stem of two lines, several letters', async () => {
    const text =
      '王某独居。\n社工首先应\nA、倾听\nB、劝说\nC、陪伴\n答案：Ａ，c\n解析：先接纳。\n再行动。\n\n下一题\nA) 是\nB) 否\nANSWER: b'
    const [first, second] = (await read(text)).questions
    expect(first?.draft).toMatchObject({
      type: 'multiple',
      stem: '王某独居。\n社工首先应',
      choices: ['A', 'C'],
      explanation: '先接纳。\n再行动。',
    })
    expect(second?.draft).toMatchObject({ type: 'single', choices: ['B'] })
  })

  test('no blank lines between, an option of two lines, judgements', async () => {
    expect(await brief('甲\nA) 一\n还有\nB) 二\nANSWER: A\n乙\nA) 正确\nB) 错误\nANSWER: B')).toEqual([
      ['甲', ['一\n还有', '二'], 'A'],
      ['乙', ['正确', '错误'], 'B'],
    ])
    expect((await read('乙\nA) True\nB) False\nANSWER: B')).questions[0]?.draft.type).toBe('true-false')
  })

  test('a bad question spoils no other', async () => {
    const text =
      '孤零零的一段\n\n甲\nA) 一\nB) 二\n\n乙\nA) 一\nB) 二\nANSWER: 第一项\n\n丙\nA) 一\nA) 二\nANSWER: A\n\n丁题\nA) 一\nB) 二\nANSWER: E'
    const { questions } = await read(text)
    expect(
      questions.map(({ draft, findings }) => [draft.stem, draft.choices.join(''), codes(findings).join()]),
    ).toEqual([
      ['孤零零的一段', '', 'SYNTAX'],
      ['甲', '', ''],
      ['乙', '', 'KEY_NOT_UNDERSTOOD'],
      ['丙', 'A', 'KEY_NOT_UNDERSTOOD'],
      ['丁题', 'E', ''],
    ])
    expect(codes(complaints({ ...(await read(text)), questions: questions.slice(4) }))).toEqual(['KEY_NOT_IN_OPTIONS'])
  })

  test('nothing, and hostile text', async () => {
    expect(codes((await read('\n\n')).findings)).toEqual(['NO_QUESTIONS'])
    const started = performance.now()
    for (const piece of ['a', 'A) ', 'ANSWER: ', '\n', 'A)\n', 'x\n\n']) await read(piece.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

describe('writing', () => {
  const strip = ['sources', 'difficulty', 'points', 'year', 'checkedOn', 'topics', 'explanation', 'options.explanation']

  test('single choice and judgements come back', async () => {
    const banks = bankArbitrary({ types: ['single', 'true-false'], groups: false, formulas: true, paragraphs: false })
    await fc.assert(
      fc.asyncProperty(banks, async (bank) => {
        const { bytes } = await writeAiken(bank)
        const reading = await readFile(bytes, { fileName: 'x', limit: 1000 })
        expect(reading.format).toBe('aiken')
        expect(complaints(reading)).toEqual([])
        const without = { ...bank, questions: bank.questions.map((one) => ({ ...one, chapter: null })) }
        expect(actualOf(reading, without, strip)).toEqual(expectedOf(without, strip))
      }),
      { numRuns: 40 },
    )
  })

  test('all else is left out, and told', async () => {
    const banks = bankArbitrary({ types: ['multiple', 'fill', 'numeric', 'essay'] })
    await fc.assert(
      fc.asyncProperty(banks, async (bank) => {
        const { bytes, losses } = await writeAiken(bank)
        expect(bytes).toHaveLength(0)
        expect(losses.map((one) => [one.code, one.place.path])).toEqual(
          bank.questions.map(({ id }) => ['LEFT_OUT', id]),
        )
      }),
      { numRuns: 20 },
    )
  })
})
