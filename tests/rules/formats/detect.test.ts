import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '@/domain/formats/detect'
import { Unreadable } from '@/domain/formats/reading'

const utf8 = (text: string) => new TextEncoder().encode(text)
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')])))
const compound = (stream: string) =>
  new Uint8Array([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...[...`${stream}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ])
function refusal(bytes: Uint8Array, name = 'x') {
  try {
    return detectFormat(bytes, name)
  } catch (error) {
    if (error instanceof Unreadable) return error.finding.code
    throw error
  }
}

describe('what a file is', () => {
  test.each([
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['apkg', zip('collection.anki2', 'media')],
    ['apkg', zip('collection.anki21b', 'media')],
    ['qti21', zip('imsmanifest.xml', 'items/a.xml')],
    ['qti12', zip('bank.xml')],
    ['olx', zip('course/course.xml', 'course/problem/a.xml')],
    ['xls', compound('Workbook')],
    ['xls', new Uint8Array([0x09, 0x08, 0x10, 0, 0, 6])],
  ] as const)('%s by its container', (format, bytes) => {
    expect(detectFormat(bytes, 'bank.txt')).toBe(format)
  })

  test.each([
    ['moodle-xml', '<?xml version="1.0"?>\n<!-- <problem> -->\n<quiz><question type="essay"/></quiz>'],
    ['qti12', '<!DOCTYPE questestinterop SYSTEM "x.dtd"><questestinterop/>'],
    ['qti21', '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a"/>'],
    ['qti22', '<assessmentItem\n xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="a"/>'],
    ['qti30', '<qti-assessment-item identifier="a"/>'],
    ['olx', '\uFEFF<problem><p>x</p></problem>'],
    ['xls', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'],
    ['json', ' [ {"题干": "…"} ]'],
    ['json', '{"q":"甲","a":["乙"],"ans":0}\n{"q":"丙"}'],
    ['text', '[多选][ABD]\n社会工作的要素有哪些\n[A]甲\n[B]乙'],
    ['text', '1. Which option, question or answer given below is the right one, and why?\nA. x'],
    ['aiken', '个案的对象？\nA.个人\nB.小组\nANSWER: A'],
    ['aiken', '个案工作的对象是？\nA) 个人\nB) 小组\nANSWER: A'],
    ['gift', '::甲:: 小组工作始于何时 {=1844 ~1900}'],
    ['gift', '个案工作以个人为对象。{T}'],
    ['gift', '题干｛＝甲～乙｝'],
    ['csv', '题干,选项A,选项B,答案\n甲,乙,丙,A'],
    ['csv', '题干；A；B；答案\n甲；乙；丙；A'],
    ['csv', '甲\t乙\t丙\n1\t2\t3\n4\t5\t6'],
    ['markdown', '# 单选题\n\n1. 甲\n'],
    ['text', '一、单选题\n1、社区工作的目标是（B）\nA、甲 B、乙'],
    ['text', '1. 甲，乙，丙，丁\nA. 1, 2, 3\nB. 4, 5, 6\n答案：A'],
  ])('%s by its text', (format, text) => {
    expect(detectFormat(utf8(text), 'bank')).toBe(format)
  })

  test.each([
    ['FILE_EMPTY', new Uint8Array()],
    ['FILE_EMPTY', utf8(' \n\u3000')],
    ['FORMAT_OLD_WORD', compound('WordDocument')],
    ['FORMAT_OLD_WORD', utf8('{\\rtf1')],
    ['FORMAT_OLD_WORD', utf8('<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>题</body></html>')],
    ['FORMAT_OLD_WORD', utf8('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['FORMAT_UNKNOWN', utf8('%PDF-1.7')],
    ['FORMAT_UNKNOWN', zip('a.mp3')],
    ['FORMAT_UNKNOWN', utf8('<svg/>')],
    ['FORMAT_UNKNOWN', utf8('<!--')],
    ['FILE_DAMAGED', compound('EncryptedPackage')],
    ['FILE_DAMAGED', utf8('PK\u0003\u0004and nothing more')],
  ])('%s', (code, bytes) => {
    expect(refusal(bytes)).toBe(code)
  })

  test('a name decides only what content does not', () => {
    expect(detectFormat(utf8('甲\n乙'), 'a.md')).toBe('markdown')
    expect(detectFormat(utf8('甲\n乙'), 'a.csv')).toBe('csv')
    expect(detectFormat(utf8('[{"q":1}]'), 'a.csv')).toBe('json')
  })

  test.each(['a', '{', '[', '<', '<!', '::', '~{', '\\{', '# ', ','])('a million %j take no time', (part) => {
    const started = performance.now()
    refusal(utf8(part.repeat(1_000_000)))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
