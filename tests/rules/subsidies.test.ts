import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { amountWords, byPlace, outdated } from '@/domain/subsidies/finder'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

const today = '2026-11-29'

test.each([
  [2026, null, false],
  [2026, '2026-11-29', false],
  [2026, '2026-12-31', false],
  [2026, '2026-11-28', true],
  [2025, null, true],
  // A notice of last year whose deadline lies ahead was of last year all the same.
  [2025, '2026-12-31', true],
  [2027, null, true],
])('of %i with the deadline %s: outdated %s', (year, deadline, wanted) => {
  expect(outdated({ year, deadline }, today)).toBe(wanted)
})

const one = (id: string, region: string, place: string, year: number) => ({ id, region, place, year })

test('rows stand by place, provinces in their official order, the latest year first', () => {
  const rows = [
    one('d', 'guangdong', '惠阳', 2023),
    one('b', 'guangdong', '惠阳', 2024),
    one('a', 'zhejiang', '上虞', 2024),
    one('c', 'guangdong', '横琴', 2024),
    one('e', '', '', 2024),
    one('f', 'jiangsu', '惠阳', 2024),
  ]
  const places = byPlace(rows).map(({ region, place, rows }) => [region, place, rows.map((row) => row.id).join('')])
  expect(places.map(([region]) => region)).toEqual(['', 'jiangsu', 'zhejiang', 'guangdong', 'guangdong'])
  expect(places).toContainEqual(['guangdong', '惠阳', 'bd'])
  expect(byPlace([...rows].reverse())).toEqual(byPlace(rows))
})

test('an amount says whether it is the most, and how often it is paid', () => {
  const words = (locale: 'zh-CN' | 'en', atMost: boolean, period: 'once' | 'monthly' | null) => {
    const { amount } = (locale === 'en' ? en : zh).subsidies
    return createTranslator({ locale, messages: { amount }, namespace: 'amount' })(amountWords({ atMost, period }), {
      amount: 5000,
    })
  }
  expect(words('zh-CN', true, null)).toBe('最高5000元')
  expect(words('zh-CN', false, null)).toBe('5000元')
  expect(words('zh-CN', true, 'once')).toBe('最高5000元，一次性')
  expect(words('zh-CN', false, 'once')).toBe('5000元，一次性')
  expect(words('zh-CN', true, 'monthly')).toBe('每月最高5000元')
  expect(words('zh-CN', false, 'monthly')).toBe('每月5000元')
  expect(words('en', true, 'monthly')).toBe('up to 5,000 yuan a month')
})
