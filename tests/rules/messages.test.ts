import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Messages = { [key: string]: string | Messages }
const read = (locale: string) => JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Messages

function flat(messages: Messages, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}
const zh = new Map(flat(read('zh-CN')))
const en = new Map(flat(read('en')))

/** Names of the arguments of an ICU message: `{count}`, `{count, plural, one {…} other {…}}`, and tags. */
function argumentsOf(message: string): string[] {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map((found) => found[1] ?? '')
  const tags = [...message.matchAll(/<(\w+)>/g)].map((found) => `<${found[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** ICU's branches hold plain words in braces, which are no arguments. */
const withoutBranches = (message: string) =>
  message.replaceAll(/\b(?:zero|one|two|few|many|other|=?\d+)\s*\{([^{}]*)\}/g, ' $1 ')
const wanted = (message: string) => argumentsOf(withoutBranches(message.replaceAll(/\{(\w+)\}/g, '{$1,}')))

test('both languages have the same keys', () => {
  expect(
    [...zh.keys()].filter((key) => !en.has(key)),
    'missing in en',
  ).toEqual([])
  expect(
    [...en.keys()].filter((key) => !zh.has(key)),
    'missing in zh-CN',
  ).toEqual([])
  expect(zh.size).toBeGreaterThan(100)
})

test('both languages ask for the same arguments', () => {
  for (const [key, message] of zh) expect(wanted(en.get(key) ?? ''), key).toEqual(wanted(message))
})

describe.each([
  ['zh-CN', zh],
  ['en', en],
])('the words in %s', (_, messages) => {
  const found = (pattern: RegExp) => [...messages].flatMap(([key, message]) => (pattern.test(message) ? [key] : []))

  test('are there', () => {
    expect(found(/^\s*$/)).toEqual([])
  })

  test('raise no voice', () => {
    expect(found(/[!！]/)).toEqual([])
  })

  test('close every brace that they open', () => {
    const depth = (message: string) =>
      [...message].reduce((sum, one) => sum + (one === '{' ? 1 : one === '}' ? -1 : 0), 0)
    expect([...messages].flatMap(([key, message]) => (depth(message) === 0 ? [] : [key]))).toEqual([])
  })
})

test('the arguments of a message are read rightly', () => {
  expect(wanted('{days, plural, one {# day} other {# days}} to {date}')).toEqual(['date', 'days'])
  expect(wanted('距{year}年还有{days}天 <b>x</b>')).toEqual(['<b>', 'days', 'year'])
  expect(wanted('nothing')).toEqual([])
})
