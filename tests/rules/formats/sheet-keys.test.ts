import { describe, expect, test } from 'vitest'
import { judgementIn, lettersIn } from '@/domain/formats/sheets/answers'

const four = ['接纳服务对象', '批评服务对象', '尊重隐私', '代替决定']

describe('letters of a key', () => {
  test.each([
    ['A', 'A'],
    ['ABD', 'ABD'],
    ['acd', 'ACD'],
    ['Ｄ', 'D'],
    [' B', 'B'],
    ['a,b,d', 'ABD'],
    ['A、B、D', 'ABD'],
    ['A|B|D', 'ABD'],
    ['A；B', 'AB'],
    ['A B D', 'ABD'],
    ['A/B', 'AB'],
    ['A&C', 'AC'],
    ['A+C', 'AC'],
    ['A和C', 'AC'],
    ['A-D', 'ABCD'],
    ['A至C', 'ABC'],
    ['A～C', 'ABC'],
    ['A-B,D', 'ABD'],
    ['全选', 'ABCD'],
    ['以上全选', 'ABCD'],
    ['all of the above', 'ABCD'],
    ['【答案】AB', 'AB'],
    ['正确答案：C', 'C'],
    ['Answer: b', 'B'],
    ['（AC）', 'AC'],
    ['选B', 'B'],
    ['选项C', 'C'],
    ['B项', 'B'],
    ['AB。', 'AB'],
    ['1', 'A'],
    ['1、2、3', 'ABC'],
    ['24', 'BD'],
    ['尊重隐私', 'C'],
    ['接纳服务对象。', 'A'],
    ['接纳服务对象&尊重隐私', 'AC'],
    ['接纳服务对象\n代替决定', 'AD'],
    ["['接纳服务对象', '尊重隐私']", 'AC'],
    ['["A","C"]', 'AC'],
    ['A. 接纳服务对象,C. 尊重隐私', 'AC'],
    ['C．尊重隐私', 'C'],
    ['DA', 'AD'],
    ['E', 'E'],
  ])('%s is %s', (cell, letters) => {
    expect(lettersIn(cell, four)?.join('')).toBe(letters)
  })

  test.each(['略', 'AA', 'A,A', 'D-A', '0', '5', '31', 'C. 批评服务对象', '接纳', 'XYZ', '以上', 'A或者别的', '{}'])(
    '%s is not understood',
    (cell) => {
      expect(lettersIn(cell, four)).toBeNull()
    },
  )

  test('an empty key names none', () => {
    expect(lettersIn('  ', four)).toEqual([])
  })

  test('what could mean two options is not understood', () => {
    expect(lettersIn('2', ['1', '2', '3', '4'])).toEqual(['B'])
    expect(lettersIn('2', ['2', '4', '6', '8'])).toBeNull()
    expect(lettersIn('B', ['B', 'A'])).toBeNull()
    expect(lettersIn('同意', ['同意', ' 同意 '])).toBeNull()
    expect(lettersIn('全选', ['甲', '乙', '丙', '以上都是'])).toBeNull()
    expect(lettersIn('以上都是', ['甲', '乙', '丙', '以上都是'])).toEqual(['D'])
  })

  test('texts with commas in them are found whole', () => {
    const options = ['先评估，再介入', '先介入，再评估', '转介', '结案']
    expect(lettersIn('先介入，再评估', options)).toEqual(['B'])
    expect(lettersIn('先评估，再介入；转介', options)).toEqual(['A', 'C'])
  })

  test('a million signs take no time', () => {
    const started = performance.now()
    for (const sign of ['a', ',', ' ', '(', '【', '"']) {
      lettersIn(sign.repeat(1_000_000), four)
      lettersIn(`A${sign.repeat(3000)}`, [sign.repeat(100_000), 'b'])
    }
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('judgements', () => {
  test.each(['对', '正确', '是', '√', '✓', 'T', 'true', '1', 'Y', '【答案】正确', '对。', 'Ｔ', 'A'])(
    '%s is right',
    (cell) => expect(judgementIn(cell)).toBe(true),
  )
  test.each(['错', '错误', '否', '×', '✗', 'F', 'False', '0', 'x', '不对', '（错）', 'B'])('%s is wrong', (cell) =>
    expect(judgementIn(cell)).toBe(false),
  )
  test.each(['', '略', '错，应为尊重', 'C', 'AB', '2', '对错'])('%s is neither', (cell) =>
    expect(judgementIn(cell)).toBeNull(),
  )
})
