import { describe, expect, test } from 'vitest'
import { normalPassword, passwordFault, shortestFor } from '@/domain/accounts/password'
import { faultOf } from '@/lib/auth/passwords'

const none = () => false

test.each([
  ['1234567', 'password-short'],
  ['七个字的密码啊', 'password-short'],
  ['八个字的密码是的', null],
  ['😀😃😄😁😆😅😂', 'password-short'],
  ['😀😃😄😁😆😅😂🤣', null],
  ['每天八题，坚持到考试那天。'.repeat(5).slice(0, 64), null],
  ['correct horse battery staple', null],
  ['ab'.repeat(64), null],
  [`${'ab'.repeat(64)}c`, 'password-long'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['        ', 'password-common'],
])('%j: %s', (password, fault) => {
  expect(passwordFault(password, none)).toBe(fault)
})

test('length counts what people see: a letter and its accent are one', () => {
  expect(passwordFault('e\u0301'.repeat(7), none)).toBe('password-short')
  expect(normalPassword('cafe\u0301')).toBe('caf\u00e9')
})

test('what belongs to the person is no password, in whatever letters', () => {
  const own = ['anastasia@example.com', '小安的学习之路很长']
  for (const password of ['Anastasia@Example.com', 'ANASTASIA', '小安的学习之路很长'])
    expect(passwordFault(password, none, { own })).toBe('password-common')
  expect(passwordFault('anastasia practises', none, { own })).toBeNull()
})

describe('staff', () => {
  test('need 15 characters, or a second factor', () => {
    expect(shortestFor({ role: 'learner', totp: false })).toBe(8)
    for (const role of ['editor', 'reviewer', 'admin'] as const) {
      expect(shortestFor({ role, totp: false })).toBe(15)
      expect(shortestFor({ role, totp: true })).toBe(8)
    }
    expect(passwordFault('fourteen signs', none, { atLeast: 15 })).toBe('password-short')
    expect(passwordFault('fifteen signs !', none, { atLeast: 15 })).toBeNull()
  })
})

test.each(['password', 'Password1', '12345678', 'QWERTYUIOP', 'iloveyou', 'abcd1234', '11111111', 'woaini1314'])(
  '%s is among the commonest',
  async (password) => {
    expect(await faultOf(password)).toBe('password-common')
  },
)

test('what is not among them is taken', async () => {
  for (const password of ['每天八题坚持到考试那天', 'eight questions a day']) expect(await faultOf(password)).toBeNull()
})
