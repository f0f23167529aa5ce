import { describe, expect, test } from 'vitest'
import { sittingsOf, succession } from '@/domain/laws/effect'

const of = (edition: string, effectiveOn: string | null, endsOn: string | null = null) => ({
  edition,
  effectiveOn,
  endsOn,
})

describe('where a new edition stands among the others', () => {
  test.each<
    [string, Parameters<typeof succession>[0], Parameters<typeof succession>[1], ReturnType<typeof succession>]
  >([
    ['the first', of('2020-01-01', '2020-03-01'), [], { endsOn: null, ends: [] }],
    [
      'the newest ends the one before',
      of('2023-12-29', '2024-09-05'),
      [of('2016-03-16', '2016-09-01')],
      { endsOn: null, ends: [{ edition: '2016-03-16', endsOn: '2024-09-05' }] },
    ],
    [
      'one before that ended long ago is left alone',
      of('2023-12-29', '2024-09-05'),
      [of('2000-01-01', '2000-03-01', '2016-09-01'), of('2016-03-16', '2016-09-01')],
      { endsOn: null, ends: [{ edition: '2016-03-16', endsOn: '2024-09-05' }] },
    ],
    [
      'an older one ends where the next begins',
      of('2010-01-01', '2010-03-01'),
      [of('2016-03-16', '2016-09-01')],
      { endsOn: '2016-09-01', ends: [] },
    ],
    [
      'one between two',
      of('2018-01-01', '2018-03-01'),
      [of('2016-03-16', '2016-09-01', '2024-09-05'), of('2023-12-29', '2024-09-05')],
      { endsOn: '2024-09-05', ends: [{ edition: '2016-03-16', endsOn: '2018-03-01' }] },
    ],
    [
      'one before of an unknown day counts by the day of its edition',
      of('2023-12-29', '2024-09-05'),
      [of('2018-12-29', null)],
      { endsOn: null, ends: [{ edition: '2018-12-29', endsOn: '2024-09-05' }] },
    ],
    [
      'a new one of an unknown day ends nothing',
      of('2023-12-29', null),
      [of('2018-12-29', '2019-01-01')],
      { endsOn: null, ends: [] },
    ],
    [
      'an end that is given stays',
      of('2010-01-01', '2010-03-01', '2015-01-01'),
      [of('2016-03-16', '2016-09-01')],
      { endsOn: '2015-01-01', ends: [] },
    ],
  ])('%s', (_, added, others, expected) => expect(succession(added, others)).toEqual(expected))
})

// The sitting of 2027 examines the law of 2026-12-31.
test.each([
  ['2024-09-05', '2027-03-01', true],
  ['2026-12-31', null, true],
  ['2027-01-01', null, false],
  ['2024-09-05', '2026-12-31', false],
  [null, null, true],
  [null, '2027-01-01', true],
])('in force from %s until %s: set for 2027 %s', (effectiveOn, endsOn, eligible) => {
  const sitting = { exam: 'tea', year: 2027, lawInForceOn: '2026-12-31' }
  expect(sittingsOf({ effectiveOn, endsOn }, [sitting])).toEqual([{ ...sitting, eligible }])
})
