import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditLog } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { seedSubsidies } from '@/domain/subsidies/commands'
import type { Subsidy } from '@/domain/subsidies/input'
import type { SubsidyDeskList, SubsidyDeskView, SubsidyList } from '@/domain/subsidies/output'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, member } from '../support/world'

const now = new Date('2030-01-15T02:00:00Z')
const files = teaFiles()
const exam = files.exam.slug
const level = files.exam.levels[0]?.slug ?? ''

const fromFile: Subsidy = {
  ...{ id: 'wuhan', region: 'hubei', place: '武汉市', year: 2030, level: null, amount: 1000, atMost: true },
  ...{ period: null, deadline: null, kind: 'notice', source: { title: '某标题' }, verified: false },
}
const added = {
  ...{ region: 'zhejiang', place: '宁波市', year: 2030, level, amountYuan: 3000, atMost: false, period: 'once' },
  ...{ deadline: '2030-06-30', kind: 'policy', source: { title: '关于发放补贴的通知' }, verified: true },
}

const anybody = new Browser('198.51.100.11')
let editor: Awaited<ReturnType<typeof member>>
const found = async (region: string) =>
  (await anybody.get<SubsidyList>(`/subsidies?region=${region}`)).body.items.map(
    (one) => [one.id, one.amountYuan] as const,
  )
const atDesk = async (id: string) => {
  const { items } = (await editor.get<SubsidyDeskList>('/subsidies/desk')).body
  return items.find((one) => one.id === id)
}

beforeAll(async () => {
  clockAt(now.toISOString())
  await seedExam(files, now)
  await seedSubsidies(exam, [fromFile], now)
  editor = await member({ role: 'editor' })
})
beforeEach(() => clockAt(now.toISOString()))

test('what an editor adds is found, changed, retired and found again, each deed noted', async () => {
  const id = randomUUID()
  const made = await editor.post<SubsidyDeskView>('/subsidies/desk', { ...added, id })
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ status: 'published', origin: 'editor', verified: true, outdated: false })
  expect(await found('zhejiang')).toEqual([[id, 3000]])
  expect((await editor.post('/subsidies/desk', { ...added, id })).body).toMatchObject({ code: 'id-taken' })

  clockAt('2030-01-15T03:00:00Z')
  const change = { ...added, amountYuan: 4000, seen: made.body.updatedAt }
  expect((await editor.put(`/subsidies/desk/${id}`, change)).status).toBe(200)
  expect(await found('zhejiang')).toEqual([[id, 4000]])
  expect((await editor.put(`/subsidies/desk/${id}`, change)).body).toMatchObject({ code: 'stale' })

  await editor.post(`/subsidies/desk/${id}/retire`)
  await editor.post(`/subsidies/desk/${id}/retire`)
  expect(await found('zhejiang')).toEqual([])
  const retired = await atDesk(id)
  expect(retired?.status).toBe('retired')
  expect((await editor.put(`/subsidies/desk/${id}`, { ...added, seen: retired?.updatedAt })).status).toBe(200)
  expect(await found('zhejiang')).toEqual([[id, 3000]])
  const noted = (await db().select().from(auditLog)).filter((entry) => entry.target === `subsidy:${id}`)
  expect(noted.map((entry) => entry.action).sort()).toEqual([
    'subsidy.added',
    'subsidy.changed',
    'subsidy.changed',
    'subsidy.retired',
  ])
})

test('the seed leaves what an editor has changed, added or retired', async () => {
  const id = randomUUID()
  await editor.post('/subsidies/desk', { ...added, region: 'hubei', id })
  const known = await atDesk('wuhan')
  const { amount: _, id: _id, ...rest } = fromFile
  await editor.put('/subsidies/desk/wuhan', { ...rest, amountYuan: 2000, seen: known?.updatedAt })
  const later = new Date('2030-02-01T00:00:00Z')
  await seedSubsidies(exam, [{ ...fromFile, amount: 1500 }], later)
  expect(new Map(await found('hubei'))).toEqual(
    new Map([
      ['wuhan', 2000],
      [id, 3000],
    ]),
  )
  await seedSubsidies(exam, [], later)
  expect((await found('hubei')).length).toBe(2)
  await editor.post('/subsidies/desk/wuhan/retire')
  await seedSubsidies(exam, [fromFile], later)
  expect(await found('hubei')).toEqual([[id, 3000]])
})

describe('refused', () => {
  test.each([
    ['a level that is none', { level: 'grandmaster' }],
    ['no money', { amountYuan: 0 }],
    ['a region that is none', { region: 'atlantis' }],
    ['a day that is none', { deadline: '2030-02-30' }],
    ['no source', { source: null }],
    ['a status of its own', { status: 'retired' }],
  ])('%s', async (_, wrong) => {
    expect((await editor.post('/subsidies/desk', { ...added, id: randomUUID(), ...wrong })).status).toBe(422)
  })

  const asked = [
    ['GET', '/subsidies/desk'],
    ['POST', '/subsidies/desk'],
    ['PUT', '/subsidies/desk/wuhan'],
    ['POST', '/subsidies/desk/wuhan/retire'],
  ] as const
  test.each(asked)('%s %s for who is no editor, and for what is not there', async (method, path) => {
    const body = method === 'GET' ? undefined : {}
    expect((await new Browser().send(method, path, { body })).status).toBe(401)
    expect((await (await member()).send(method, path, { body })).status).toBe(403)
    expect((await editor.post('/subsidies/desk/none/retire')).status).toBe(404)
  })
})
