import { expect, test } from 'vitest'
import type { Source } from '@/domain/questions/input'
import { always, inForce, type LawEdition } from '@/domain/questions/law-eligibility'

const cite = (law: string, edition: string): Source => ({ law, edition, article: '第一条', quote: '为了发展慈善事业' })
const theory: Source = { theory: '增能', author: '所罗门', idea: '使人有力量改变自己的处境' }
const edition = (law: string, on: string, effectiveOn: string | null, endsOn: string | null = null): LawEdition => ({
  ...{ law, edition: on, effectiveOn, endsOn },
})
const charity = edition('慈善法', '2023-12-29', '2024-09-05', '2027-03-01')
const oldCharity = edition('慈善法', '2016-03-16', '2016-09-01', '2024-09-05')
const labour = edition('劳动法', '2018-12-29', null)
const women = edition('妇女权益保障法', '2022-10-30', '2023-01-01', '2026-06-01')
const register = [charity, oldCharity, labour, women]

test.each<[string, Source[], { from: string; until: string }]>([
  ['no source', [], always],
  ['a theory alone', [theory], always],
  ['one edition', [cite('慈善法', '2023-12-29')], { from: '2024-09-05', until: '2027-03-01' }],
  ['the edition before it', [cite('慈善法', '2016-03-16')], { from: '2016-09-01', until: '2024-09-05' }],
  ['an edition whose dates are unknown', [cite('劳动法', '2018-12-29')], always],
  ['an edition that the register does not know', [cite('慈善法', '1999-01-01')], always],
  [
    'several: all of them must be in force',
    [cite('慈善法', '2023-12-29'), theory, cite('妇女权益保障法', '2022-10-30'), cite('劳动法', '2018-12-29')],
    { from: '2024-09-05', until: '2026-06-01' },
  ],
  [
    'two editions that were never in force together: no day at all',
    [cite('慈善法', '2016-03-16'), cite('慈善法', '2023-12-29')],
    { from: '2024-09-05', until: '2024-09-05' },
  ],
])('%s', (_, sources, expected) => {
  expect(inForce(sources, register)).toEqual(expected)
})

test('a later amendment withholds the question from later sittings only', () => {
  const { from, until } = inForce([cite('慈善法', '2023-12-29')], register)
  const eligible = (lawInForceOn: string) => from <= lawInForceOn && lawInForceOn < until
  expect(['2023-12-31', '2024-12-31', '2025-12-31', '2026-12-31', '2027-12-31'].map(eligible)).toEqual([
    ...[false, true, true, true, false],
  ])
})
