import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mark } from '@/domain/attempts/marking'
import { comparable, isAccepted, isWithinTolerance } from '@/domain/attempts/marking-text'
import { contentSchema } from '@/domain/questions/input'

describe('a typed text counts as the key', () => {
  test.each([
    ['the same', '民政部门', '民政部门'],
    ['full-width digits', '３０日', '30日'],
    ['full-width letters', 'ＡＢＣ理论', 'ABC理论'],
    ['case', 'maslow', 'Maslow'],
    ['case beyond ASCII', 'STRASSE', 'straße'],
    ['capital sharp s', 'STRAẞE', 'straße'],
    ['composed and decomposed accents', 'Cafe\u0301', 'Café'],
    ['outer white space', ' \t民政部门\n', '民政部门'],
    ['ideographic spaces', '\u3000社会 工作\u3000', '社会工作'],
    ['inner white space', 'social \u3000 work', 'social work'],
    ['spaces between Han and digits', '30 日', '30日'],
    ['spaces around punctuation', '3 , 5', '3,5'],
    ['Chinese and ASCII commas', '甲，乙', '甲,乙'],
    ['brackets', '民法典（总则）', '民法典(总则)'],
    ['colons, semicolons, marks', '甲：乙；丙！丁？', '甲:乙;丙!丁?'],
    ['the full stop', '完。', '完.'],
    ['the enumeration comma', '甲、乙', '甲,乙'],
    ['quotation marks', '“优势”视角', '"优势"视角'],
    ['single quotation marks', 'Maslow’s', "Maslow's"],
    ['invisible characters', '民\u200b政\ufeff部门', '民政部门'],
  ])('%s', (_, typed, key) => {
    expect(isAccepted(typed, [key])).toBe(true)
    expect(isAccepted(key, [typed])).toBe(true)
  })

  test.each([
    ['another word', '公安部门', '民政部门'],
    ['a part', '民政', '民政部门'],
    ['more than the key', '民政部门和公安部门', '民政部门'],
    ['words run together', 'socialwork', 'social work'],
    ['numbers run together', '3 5', '35'],
    ['other digits', '31日', '30日'],
    ['punctuation left out', '甲乙', '甲,乙'],
    ['Han numerals, unless the key has them', '三十', '30'],
    ['accents left out', 'Cafe', 'Café'],
  ])('but not %s', (_, typed, key) => {
    expect(isAccepted(typed, [key])).toBe(false)
  })

  test('when any of the accepted texts fits', () => {
    expect(isAccepted('三十', ['30', '三十'])).toBe(true)
    expect(isAccepted('三十', [])).toBe(false)
  })

  test.each(['', ' ', '\u3000', '\u200b'])('never when it is empty: %j', (empty) => {
    expect(isAccepted(empty, [empty, ' ', '30'])).toBe(false)
  })

  test('comparing is stable, and blind to width and case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(comparable(comparable(typed))).toBe(comparable(typed))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (typed) => {
        const wide = typed.replace(/[!-~]/g, (ascii) => String.fromCharCode(ascii.charCodeAt(0) + 0xfee0))
        expect(comparable(wide)).toBe(comparable(typed))
        expect(comparable(typed.toUpperCase())).toBe(comparable(typed.toLowerCase()))
      }),
    )
  })
})

describe('a fill question of three blanks, 3 points', () => {
  const key = [['三十', '30'], ['民政部门'], ['Maslow', '马斯洛']]
  const content = contentSchema.parse({ type: 'fill', stem: 'Fill in.', key, difficulty: 2 })

  test.each([
    ['proportional', ['３０', ' 民政部门', 'MASLOW'], 'right', 3],
    ['proportional', ['30', '', '马斯洛'], 'partial', 2],
    ['proportional', ['', '民政部门', ''], 'partial', 1],
    ['proportional', ['', '', ''], 'wrong', 0],
    ['half-per-option', ['30', '', '马斯洛'], 'partial', 2],
    ['all-or-nothing', ['30', '民政部门', 'maslow'], 'right', 3],
    ['all-or-nothing', ['30', '', '马斯洛'], 'wrong', 0],
    ['self-marked', ['30', '', '马斯洛'], 'wrong', 0],
    ['proportional', ['民政部门', '30', 'Maslow'], 'partial', 1],
  ] as const)('%s: %j is %s', (rule, blanks, verdict, score) => {
    const marking = mark(content, { blanks: [...blanks] }, { rule, points: 3 })
    const lost = { over: 0, under: 0 }
    expect(marking).toEqual({ verdict, score, maxScore: 3, lost, arithmetic: null })
  })

  test('a third of a point is kept to a millionth', () => {
    const marking = mark(content, { blanks: ['30', '', ''] }, { rule: 'proportional', points: 1 })
    expect(marking.score).toBe(0.333333)
  })
})

describe('a number is within the tolerance', () => {
  test.each([
    // value, key, tolerance
    [12.5, 12.5, 0, true],
    [12, 12.5, 0.5, true],
    [13, 12.5, 0.5, true],
    [13.001, 12.5, 0.5, false],
    [11.999, 12.5, 0.5, false],
    [1.1, 1, 0.1, true],
    [0.9, 1, 0.1, true],
    [1.1001, 1, 0.1, false],
    [0.1 + 0.2, 0.3, 0, true],
    [0.300_000_1, 0.3, 0, false],
    [0, 0, 0, true],
    [-0, 0, 0, true],
    [0.000_001, 0, 0, false],
    [-5, 5, 0, false],
    [-1.1, -1, 0.1, true],
    [1_411_778_725, 1_411_778_724, 0, false],
    [1_411_778_724, 1_411_778_724, 0, true],
    [1e300, 1, 1, false],
  ])('%d for %d ± %d: %s', (value, key, tolerance, expected) => {
    expect(isWithinTolerance(value, { value: key, tolerance })).toBe(expected)
  })

  test('at both bounds written as decimals, and not a tenth of a unit beyond', () => {
    const hundredths = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 1000 }), (key, tolerance) => {
        const decimal = { value: key / 100, tolerance: tolerance / 100 }
        expect(isWithinTolerance((key + tolerance) / 100, decimal)).toBe(true)
        expect(isWithinTolerance((key - tolerance) / 100, decimal)).toBe(true)
        expect(isWithinTolerance((key + tolerance + 0.1) / 100, decimal)).toBe(false)
        expect(isWithinTolerance((key - tolerance - 0.1) / 100, decimal)).toBe(false)
      }),
    )
  })
})
