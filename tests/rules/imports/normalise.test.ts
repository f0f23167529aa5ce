import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalised, normalText } from '@/domain/imports/recognition/normalise'
import { repairRadicals } from '@/domain/imports/recognition/radicals'

test.each([
  ['《慈善法》 规定，３．５％ 的', '慈善法规定3.5%的'],
  ['⻓期照护的⽼⼈与⺠政', '长期照护的老人与民政'],
  ['**粗** 与 “引号”', '粗与引号'],
  [`看图![标志](media:${'a'.repeat(64)})回答`, '看图回答'],
  ['ABC 理论。', 'abc理论'],
  ['', ''],
])('%s is compared as %s', (text, normal) => {
  expect(normalText(text)).toBe(normal)
})

test.each([
  ['3.5 分', '35 分'],
  ['气温 -5 度', '气温 5 度'],
  ['x > 5', 'x < 5'],
  ['占 5%', '占 5‰'],
  ['3-4 人', '34 人'],
])('%s is not %s', (one, other) => {
  expect(normalText(one)).not.toBe(normalText(other))
})

test.each([
  ['3—4 人', '3-4人'],
  ['第1．条', '第1条'],
  ['1,000 元', '1000元'],
  ['社区——居民的', '社区居民的'],
])('%s is the same as %s', (one, other) => {
  expect(normalText(one)).toBe(normalText(other))
})

test('every radical of the supplement that has an equivalent becomes an ideograph, and nothing else changes', () => {
  const all = Array.from({ length: 0x2ef4 - 0x2e80 }, (_, at) => String.fromCharCode(0x2e80 + at)).join('')
  const left = Array.from(repairRadicals(all)).filter((one) => one >= '\u2e80' && one <= '\u2eff')
  expect(left).toEqual(['\u2e80', '\u2e9a'])
  expect(Array.from(repairRadicals(all))).toHaveLength(all.length)
  expect(repairRadicals('⼈⼯ Ａ，abc')).toBe('人工 Ａ，abc')
})

test('the short way comes to what the rule says, for any text', () => {
  const marks = fc.constantFrom(...'.-−–—~3５％Σσ각ᄀ゛ｶﾞ①½…《（ ）⻓⼈&amp;é\u0301\u2011\ufe0f')
  const units = fc.oneof(
    marks,
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(units, { maxLength: 12 }), (parts) => {
      expect(normalText(parts.join(''))).toBe(normalised(parts.join('')))
    }),
    { numRuns: 3000 },
  )
  for (let code = 0; code < 0xffff; code++) {
    const one = String.fromCharCode(code)
    expect(normalText(`甲${one}乙`)).toBe(normalised(`甲${one}乙`))
  }
})
