import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCode, recoveryCode } from '@/domain/second-factors/codes'
import { seal, unseal } from '@/lib/auth/second-factors/sealed'

test.each([
  ['123456', 'app', '123456'],
  [' 123 456 ', 'app', '123456'],
  ['１２３４５６', 'app', '123456'],
  ['a1b2-c3d4-e5f6-g7h8', 'recovery', 'A1B2C3D4E5F6G7H8'],
  ['A1B2C3D4E5F6G7H8', 'recovery', 'A1B2C3D4E5F6G7H8'],
  ['oiL0 0000 0000 0000', 'recovery', '0110000000000000'],
])('%j is read as a code of the %s', (typed, kind, code) => {
  expect(readCode(typed)).toEqual({ kind, code })
})

test.each([
  '',
  '12345',
  '1234567',
  '12345a',
  'A1B2C3D4E5F6G7HU',
  'A1B2C3D4E5F6G7H',
  '一二三四五六',
  'A1B2C3D4E5F6G7H8A',
])('%j is no code', (typed) => {
  expect(readCode(typed)).toBeNull()
})

test('every recovery code that is made is read back, and keeps its 80 bits', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const code = recoveryCode(one)
      expect(readCode(code.toLowerCase())).toEqual({ kind: 'recovery', code: code.replaceAll('-', '') })
      expect(code === recoveryCode(other)).toBe(Buffer.compare(one, other) === 0)
    }),
  )
})

test('what is sealed is unreadable, differs each time, opens again, and not once it was changed', () => {
  const [one, other] = [seal('JBSWY3DPEHPK3PXP'), seal('JBSWY3DPEHPK3PXP')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('JBSWY3')
  expect([unseal(one), unseal(other)]).toEqual(['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'])
  const bytes = Buffer.from(one, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(changed.toString('base64url')), `byte ${at}`).toThrow()
  }
})
