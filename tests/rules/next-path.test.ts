import { describe, expect, test } from 'vitest'
import { nextPath } from '@/components/accounts/sign-in/next-path'

const home = '/en'

describe('where signing in leads', () => {
  test.each([
    '/',
    '/settings',
    '/en/practice/law-policy?on=2026-11-23',
    '/progress#chapters',
    '/a?next=https://elsewhere.example/',
  ])('%s is a page of this site', (asked) => {
    expect(nextPath(asked, home)).toBe(asked)
  })

  test.each([
    null,
    '',
    'settings',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/\n//elsewhere.example',
    '/..//elsewhere.example/',
    '/%2e%2e//elsewhere.example',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    ' //elsewhere.example',
    '\\\\elsewhere.example',
    '///elsewhere.example',
  ])('%j leads home', (asked) => {
    expect(nextPath(asked, home)).toBe(home)
  })

  test('whatever is asked for, a browser stays on this site', () => {
    for (const asked of ['/@elsewhere.example', '/x/../..//elsewhere.example', '/./\\elsewhere.example', '/:80/'])
      expect(new URL(nextPath(asked, home), 'https://here.example').origin, asked).toBe('https://here.example')
  })
})
