import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { headScript } from '@/components/shell/head-script'

/** Runs the script in the head over what a browser remembers. @returns the marks on <html>. */
function marks(stored: Record<string, string> | 'blocked'): Record<string, string> {
  const set: Record<string, string> = {}
  const localStorage = {
    getItem: (key: string) => {
      if (stored === 'blocked') throw new Error('SecurityError')
      return stored[key] ?? null
    },
  }
  const documentElement = { setAttribute: (name: string, value: string) => Object.assign(set, { [name]: value }) }
  const window = { CSSPropertyRule: Object }
  runInNewContext(headScript(['tea/first']), { document: { documentElement }, localStorage, window, JSON })
  return set
}

const settings = (value: unknown) => ({ 'yilian:1:settings': JSON.stringify(value) })

describe('before anything is painted, the page bears what this browser remembers', () => {
  test.each([
    ['nothing', {}, { 'data-level': 'none' }],
    ['blocked', 'blocked' as const, { 'data-level': 'none' }],
    ['a level', { 'yilian.level': 'tea/first' }, { 'data-level': 'tea/first' }],
    ['a level of old', { 'yilian.level': 'tea/gone' }, { 'data-level': 'none' }],
    ['dark', settings({ theme: 'dark' }), { 'data-level': 'none', 'data-theme': 'dark' }],
    ['like the system', settings({ theme: 'system' }), { 'data-level': 'none' }],
    ['no theme at all', settings({ theme: '"><script>' }), { 'data-level': 'none' }],
    ['no games', settings({ games: false }), { 'data-level': 'none', 'data-games': 'off' }],
    [
      'what is no JSON',
      { 'yilian:1:settings': '{', 'yilian:1:account': '{' },
      { 'data-level': 'none', 'data-account': 'nameless' },
    ],
    ['a member', { 'yilian:1:account': '{"name":"小满","at":1}' }, { 'data-level': 'none', 'data-account': 'named' }],
  ])('%s', (_, stored, expected) => {
    expect(marks(stored)).toEqual(expected)
  })
})
