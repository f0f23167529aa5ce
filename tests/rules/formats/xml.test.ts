import { expect, test } from 'vitest'
import { Unreadable } from '@/domain/formats/reading'
import { childOf, childrenOf, descendantsOf, escapeXml, innerXml, readXml, textOf, xmlText } from '@/domain/formats/xml'

const refusal = (text: string) => {
  try {
    readXml(text)
    return null
  } catch (error) {
    return error instanceof Unreadable ? { code: error.finding.code, line: error.finding.place.line } : error
  }
}

test('elements, attributes, mixed text, CDATA and lines', () => {
  const root = readXml(
    '\uFEFF<?xml version="1.0"?>\n<q:quiz xmlns:q="x">\n<a id="1">一<b>二</b>三</a><a><![CDATA[<p>]]></a></q:quiz>',
  )
  expect([root.name, root.local]).toEqual(['q:quiz', 'quiz'])
  expect(childrenOf(root, 'a').map(textOf)).toEqual(['一二三', '<p>'])
  expect(childOf(root, 'a')?.attributes.get('id')).toBe('1')
  expect(childOf(root, 'a')?.line).toBe(3)
  expect(descendantsOf(root, 'b').map(textOf)).toEqual(['二'])
  expect(innerXml(root).trim()).toBe('<a id="1">一<b>二</b>三</a><a>&lt;p&gt;</a>')
})

test('a space of HTML is one, although nothing declares it', () => {
  expect(textOf(readXml('<a>a&nbsp;b</a>'))).toBe('a\u00A0b')
})

test('what is not well-formed is damaged, with its line', () => {
  expect(refusal('<a>\n<b>\n</a>')).toEqual({ code: 'FILE_DAMAGED', line: 3 })
  expect(refusal('<a>&unknown;</a>')).toEqual({ code: 'FILE_DAMAGED', line: 1 })
  expect(refusal('')).toMatchObject({ code: 'FILE_DAMAGED' })
  expect(refusal('a'.repeat(1_000_000))).toMatchObject({ code: 'FILE_DAMAGED' })
})

test('a DOCTYPE, and nesting without end, are unsafe', () => {
  expect(refusal('<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>')).toEqual({ code: 'FILE_UNSAFE', line: 1 })
  expect(refusal('<a>'.repeat(100_000))).toMatchObject({ code: 'FILE_UNSAFE' })
})

test('names that mean something to JavaScript are names', () => {
  const root = readXml('<__proto__ __proto__="1"><constructor/></__proto__>')
  expect(root.attributes.get('__proto__')).toBe('1')
  expect(childrenOf(root, 'constructor')).toHaveLength(1)
})

test('encodings: marked, declared, or neither', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('<a/>', (c) => c.charCodeAt(0)).buffer)])
  expect(xmlText(utf16)).toBe('<a/>')
  const gbk = new Uint8Array([
    ...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><a>'),
    0xc9,
    0xe7,
    0x3c,
    0x2f,
    0x61,
    0x3e,
  ])
  expect(textOf(readXml(xmlText(gbk)))).toBe('社')
})

test('text is escaped for XML, what XML cannot hold is left out', () => {
  expect(escapeXml('a<b>&"c"\u0001\uD800')).toBe('a&lt;b&gt;&amp;&quot;c&quot;')
})
