import { describe, expect, test } from 'vitest'
import type { Channel } from '@/domain/deliveries/channels'
import { isAwake } from '@/domain/deliveries/quiet'
import { nextTry } from '@/domain/deliveries/retry'

const start = new Date('2030-05-17T04:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const seconds = (when: Date | null) => when && (when.getTime() - start.getTime()) / 1000

describe('a try that failed is followed by another, ever later', () => {
  test.each<[Channel, number[]]>([
    ['mail', [30, 120, 600, 3600, 3600]],
    ['push', [30, 120, 600, 3600, 3600]],
    ['sms', [60, 600, 3600, 3600]],
  ])('%s', (channel, pauses) => {
    const told = pauses.map((_, index) =>
      seconds(nextTry({ channel, purpose: 'reminder', tries: index + 1, createdAt: start }, start)),
    )
    expect(told).toEqual(pauses)
  })

  test('not before the other side wishes, nor sooner than the pause', () => {
    const failed = { channel: 'push' as const, purpose: 'reminder', tries: 1, createdAt: start }
    expect(seconds(nextTry(failed, start, 300_000))).toBe(300)
    expect(seconds(nextTry(failed, start, 1000))).toBe(30)
  })
})

test.each<[Channel, string, number]>([
  ['mail', 'reset', 48 * 3600],
  ['push', 'reminder', 24 * 3600],
  ['sms', 'reminder', 24 * 3600],
  ['mail', 'practice', 3 * 3600],
  ['push', 'practice', 3 * 3600],
  ['sms', 'sms-code', 600],
])('%s of %s is of use for %d s, and then given up', (channel, purpose, useful) => {
  const failed = { channel, purpose, tries: 9, createdAt: start }
  expect(nextTry(failed, after(useful))).not.toBeNull()
  expect(nextTry(failed, after(useful + 1))).toBeNull()
})

test.each([
  ['2030-05-16T23:59:59Z', false],
  ['2030-05-17T00:00:00Z', true],
  ['2030-05-17T13:59:59Z', true],
  ['2030-05-17T14:00:00Z', false],
])('at %s Shanghai is awake: %s', (instant, awake) => {
  expect(isAwake('Asia/Shanghai', new Date(instant))).toBe(awake)
})
