import { describe, expect, test } from 'vitest'
import { Unreadable } from '@/domain/formats/reading'
import { decodeText } from '@/domain/formats/sheets/encoding'
import { typeIn } from '@/domain/formats/sheets/type-words'

describe('words of types', () => {
  test.each([
    [
      'single',
      ['单选题', '单选', '单项选择题', '【单选】', '单选题  1.', 'single', 'Single choice', 'radio', '案例分析单选题'],
    ],
    ['multiple', ['多选题', '多项选择', '不定项选择题', 'multiple response', 'multiple-select', 'Multi']],
    ['true-false', ['判断题', '是非题', '对错题', 'true/false', 'True or false', 'tf', 'judge', '判断']],
    ['fill', ['填空题', 'fill in the blank', 'fill', 'Fill-in']],
    ['numeric', ['数值题', 'numeric', 'Numerical']],
    ['essay', ['简答题', '问答', '论述题', '案例分析题', '方案设计题', 'Essay']],
  ] as const)('%s', (type, words) => {
    for (const word of words) expect(typeIn(word), word).toBe(type)
  })

  test('numbers, choices of either kind, two types at once and other words name none', () => {
    for (const word of ['1', '0', '选择题', 'multiple choice', '单选/多选', '听力', '', '匹配题', 'x'.repeat(100)])
      expect(typeIn(word), word).toBeNull()
  })
})

describe('encodings', () => {
  const text = '题干,答案\n社会工作的首要价值是什么？,接纳\n'
  const gbk = Uint8Array.from([
    0xcc, 0xe2, 0xb8, 0xc9, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xbd, 0xd3, 0xc4, 0xc9, 0x2c, 0x41, 0x0a,
  ])
  const utf16 = (value: string, big: boolean) => {
    const bytes = new Uint8Array(value.length * 2)
    for (let at = 0; at < value.length; at += 1)
      new DataView(bytes.buffer).setUint16(at * 2, value.charCodeAt(at), !big)
    return bytes
  }
  const utf8 = new TextEncoder().encode(text)

  test('UTF-8 with and without its mark', () => {
    expect(decodeText(utf8)).toEqual({ text, encoding: 'utf-8', guessed: false })
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)).text).toBe(text)
  })

  test('UTF-16 of both orders, with a mark or by its zeros', () => {
    for (const big of [false, true]) {
      const encoding = big ? 'utf-16be' : 'utf-16le'
      expect(decodeText(utf16(`\uFEFF${text}`, big))).toEqual({ text, encoding, guessed: false })
      expect(decodeText(utf16(text, big))).toEqual({ text, encoding, guessed: true })
    }
  })

  test('GB18030 is what is left, and said to be a guess', () => {
    expect(decodeText(gbk)).toEqual({ text: '题干,答案\n接纳,A\n', encoding: 'gb18030', guessed: true })
  })

  test('lone accents are western', () => {
    const bytes = Uint8Array.from([...'Caf\u00e9 na\u00efve'].map((sign) => sign.charCodeAt(0)))
    expect(decodeText(bytes)).toEqual({ text: 'Café naïve', encoding: 'windows-1252', guessed: true })
  })

  test('what a person chose is taken, and refused when the bytes are no such text', () => {
    expect(decodeText(gbk, 'gb18030')).toMatchObject({ encoding: 'gb18030', guessed: false })
    expect(() => decodeText(gbk, 'utf-8')).toThrow(Unreadable)
    expect(() => decodeText(gbk, 'klingon')).toThrow(Unreadable)
  })

  test('UTF-8 with a broken byte is damaged, and not read as Chinese of another kind', () => {
    const long = new TextEncoder().encode(text.repeat(20))
    const broken = Uint8Array.from(long, (byte, at) => (at === 100 ? 0xff : byte))
    expect(() => decodeText(broken)).toThrow(Unreadable)
    expect(() => decodeText(Uint8Array.of(0xff, 0xff, 0x80, 0xff))).toThrow(Unreadable)
  })
})
