import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { subsidies } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { seedSubsidies } from '@/domain/subsidies/commands'
import type { Subsidy } from '@/domain/subsidies/input'
import type { SubsidyList } from '@/domain/subsidies/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug

const subsidy = (id: string, more: Partial<Subsidy> = {}): Subsidy => ({
  ...{ id, region: 'hubei', place: '武汉市', year: 2030, level: null, amount: 1000, atMost: true, period: null },
  ...{ deadline: null, kind: 'notice', source: { title: '某标题', date: '2029-12-01' }, verified: false, ...more },
})
const all = [
  subsidy('wuhan-2029', { year: 2029 }),
  subsidy('wuhan-2030', { deadline: '2030-02-01' }),
  subsidy('changsha', { region: 'hunan', place: '长沙市', level: 'leaf' }),
  subsidy('shaoxing', { region: 'zhejiang', place: '绍兴市', level: 'other' }),
]

beforeAll(async () => {
  await seedExam(files, now)
  await seedSubsidies(exam, all, now)
})

const anybody = new Browser('198.51.100.7')
const list = async (query = '') => (await anybody.get<SubsidyList>(`/subsidies?${query}`)).body.items
const idsOf = async (query: string) => (await list(query)).map((one) => one.id)

test('subsidies come by place, the latest year first, by province and level', async () => {
  clockAt('2030-01-15T02:00:00Z')
  expect(await idsOf('')).toEqual(['shaoxing', 'wuhan-2030', 'wuhan-2029', 'changsha'])
  expect(await idsOf('region=hubei')).toEqual(['wuhan-2030', 'wuhan-2029'])
  expect(await idsOf('level=leaf')).toEqual(['wuhan-2030', 'wuhan-2029', 'changsha'])
  expect(await idsOf('region=zhejiang&level=leaf')).toEqual([])
  for (const query of ['region=atlantis', 'level=', 'year=2030'])
    expect((await anybody.get(`/subsidies?${query}`)).status, query).toBe(422)
})

test('whether one may be over is reckoned in the zone of the exam', async () => {
  const over = async () => (await list('region=hubei')).map((one) => one.outdated)
  // Its last day, where the exam is; in UTC it is the next one already.
  clockAt('2030-02-02T03:00:00Z')
  expect(await over()).toEqual([false, true])
  clockAt('2030-02-02T06:00:00Z')
  expect(await over()).toEqual([true, true])
})

test('the list tells nothing that stands in the row alone', async () => {
  const [first] = await list('region=hubei')
  expect(first).toMatchObject({ amountYuan: 1000, atMost: true, source: { title: '某标题' }, verified: false })
  expect(first).not.toHaveProperty('status')
})

test('what its file no longer holds is retired; what did not change keeps its time', async () => {
  const later = new Date('2030-03-01T00:00:00Z')
  const [first, ...rest] = all
  await seedSubsidies(exam, [...rest.slice(0, 2), { ...subsidy('shaoxing'), ...rest[2], amount: 2000 }], later)
  expect(await idsOf('region=hubei')).toEqual(['wuhan-2030'])
  const rows = new Map((await db().select().from(subsidies)).map((row) => [row.id, row]))
  expect(rows.get(first?.id ?? '')).toMatchObject({ status: 'retired', updatedAt: later })
  expect(rows.get('wuhan-2030')?.updatedAt).toEqual(now)
  expect(rows.get('shaoxing')).toMatchObject({ amount: 2000, updatedAt: later })
})
