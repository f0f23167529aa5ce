import { expect, test } from 'vitest'
import { canonicalEmail } from '@/domain/accounts/email'

test.each([
  ['ana@example.com', 'ana@example.com'],
  [' Ana@Example.COM\n', 'ana@example.com'],
  ["o'neil+exam_2026@mail.example.co.uk", "o'neil+exam_2026@mail.example.co.uk"],
  ['ana@例子.中国', 'ana@xn--fsqu00a.xn--fiqs8s'],
  ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example'],
  ['ana@ｅｘａｍｐｌｅ.com', 'ana@example.com'],
])('%j is written to as %s', (typed, email) => {
  expect(canonicalEmail(typed)).toBe(email)
})

test('what looks alike in the domain is another domain', () => {
  expect(canonicalEmail('ana@exаmple.com')).toMatch(/^ana@xn--/)
})

test.each([
  // Letters that only look like those of ana: Cyrillic а, fullwidth ａ, dotless ı, the Kelvin sign, a ligature.
  'аna@example.com',
  'ａna@example.com',
  'lısa@example.com',
  '\u212Aim@example.com',
  'ﬁne@example.com',
  'ana\u200B@example.com',
  'ana＠example.com',
  '',
  'ana',
  'ana@',
  '@example.com',
  'ana@example',
  'ana@localhost',
  'ana@@example.com',
  'ana@b@example.com',
  '.ana@example.com',
  'ana.@example.com',
  'an..a@example.com',
  'ana b@example.com',
  '"ana b"@example.com',
  'ana@exa mple.com',
  'ana@example.com, ben@example.com',
  'ana@example.com\r\nBcc: ben@example.com',
  'Ana <ana@example.com>',
  'ana@[127.0.0.1]',
  'ana@127.0.0.1',
  'ana@0x7f000001',
  'ana@example.com/path',
  'ana@example.com:25',
  'ana@-example.com',
  'ana@exam_ple.com',
  `${'a'.repeat(65)}@example.com`,
  `ana@${'a'.repeat(64)}.com`,
  `ana@${`${'a'.repeat(60)}.`.repeat(5)}com`,
])('%j is no address', (typed) => {
  expect(canonicalEmail(typed)).toBeNull()
})

test('the canonical form of a canonical form is itself', () => {
  for (const typed of ['Ana@Example.COM', 'ana@例子.中国']) {
    const once = canonicalEmail(typed) ?? ''
    expect(canonicalEmail(once)).toBe(once)
  }
})
