import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { auditLog, users } from '@/db/schema'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import type { AuditView } from '@/domain/audit/output'
import { seedExam } from '@/domain/banks/commands'
import { teaFiles } from '../support/tea-exam'
import { type Browser, clockAt, type Member, member, randomUUID } from '../support/world'

const noon = '2030-01-15T12:00:00Z'
let admin: Member
beforeEach(async () => {
  clockAt(noon)
  await write((tx) => tx.delete(auditLog))
  admin = await member({ role: 'admin' })
})
afterEach(() => vi.useRealTimers())

const list = async (browser: Browser, query = '') => (await browser.get<AuditView>(`/audit?${query}`)).body
const note = (actorId: string | null, action: AuditAction, target: string, at = noon) =>
  write((tx) => audit(tx, { actorId, action, target }, new Date(at)))
const actions = async (query: string) => (await list(admin, query)).items.map((one) => one.action)

test('an entry names who and whom as they are called today, and by the number once they have left', async () => {
  const ana = await member()
  await write((tx) => tx.update(users).set({ nickname: 'Ana' }).where(eq(users.id, ana.id)))
  await admin.patch(`/people/${ana.id}`, { role: 'editor' })
  const gone = randomUUID()
  await note(gone, 'account.erased', `user:${gone}`, '2030-01-15T11:00:00Z')
  await note(null, 'account.created', `user:${ana.id}`, '2030-01-15T10:00:00Z')
  expect((await list(admin)).items).toMatchObject([
    {
      actor: { id: admin.id, nickname: null, email: admin.email },
      action: 'person.role-changed',
      person: { id: ana.id, nickname: 'Ana', email: ana.email },
      details: { from: 'learner', to: 'editor' },
      at: '2030-01-15T12:00:00.000Z',
    },
    { actor: { id: gone, nickname: null, email: null }, person: { id: gone, email: null } },
    { actor: null, action: 'account.created' },
  ])
})

test('the log itself names nobody but by number', async () => {
  const ana = await member({ email: 'canary-7391@example.com' })
  await write((tx) => tx.update(users).set({ nickname: 'canary-5120' }).where(eq(users.id, ana.id)))
  await admin.patch(`/people/${ana.id}`, { role: 'editor' })
  await admin.patch(`/people/${ana.id}`, { disabled: true })
  const stored = JSON.stringify(await db().select().from(auditLog))
  expect(stored).toContain(ana.id)
  expect(stored).not.toMatch(/canary|@/)
})

test('filters: who, what, whom, each whole, by name, address or number', async () => {
  const [ana, ben] = [await member(), await member()]
  await write((tx) => tx.update(users).set({ nickname: '阿明' }).where(eq(users.id, ana.id)))
  await note(ana.id, 'token.made', `user:${ana.id}`)
  await note(ben.id, 'account.linked', `user:${ben.id}`)
  await note(null, 'person.password-set', `user:${ana.id}`)
  await note(ben.id, 'report.answered', 'report:7')
  for (const who of [ana.id, ana.email.toUpperCase(), encodeURIComponent('阿明')])
    expect(await actions(`actor=${who}`), who).toEqual(['token.made'])
  expect(await actions('actor=cli')).toEqual(['person.password-set'])
  expect(await actions('action=account.linked')).toEqual(['account.linked'])
  for (const whom of [ana.id, `user:${ana.id}`, ana.email, encodeURIComponent(' 阿明 ')])
    expect((await actions(`target=${whom}`)).sort(), whom).toEqual(['person.password-set', 'token.made'])
  expect(await actions('target=report:7')).toEqual(['report.answered'])
  expect(await actions(`actor=${ben.id}&action=report.answered&target=&from=&to=`)).toEqual(['report.answered'])
  expect(await actions('actor=nobody@example.com')).toEqual([])
})

test('somebody who has left is still found by their number', async () => {
  const gone = randomUUID()
  await note(gone, 'account.erased', `user:${gone}`)
  expect(await actions(`actor=${gone}`)).toEqual(['account.erased'])
  expect(await actions(`target=${gone}`)).toEqual(['account.erased'])
})

test('days are those of the exam’s zone, both included', async () => {
  await seedExam(teaFiles(), new Date(noon))
  const { zone } = await list(admin)
  expect(zone).toBe('America/New_York')
  await note(null, 'token.made', 'user:1', '2030-01-15T04:59:59.999Z')
  await note(null, 'token.revoked', 'user:1', '2030-01-15T05:00:00Z')
  await note(null, 'account.linked', 'user:1', '2030-01-16T04:59:59.999Z')
  await note(null, 'account.merged', 'user:1', '2030-01-16T05:00:00Z')
  expect(await actions('from=2030-01-15&to=2030-01-15')).toEqual(['account.linked', 'token.revoked'])
  expect(await actions('to=2030-01-14')).toEqual(['token.made'])
  expect(await actions('from=2030-01-16')).toEqual(['account.merged'])
})

test('pages follow one another without a gap, while new entries come in', async () => {
  for (let count = 0; count < 120; count++) await note(null, 'token.made', `user:${count}`)
  const first = await list(admin)
  await note(null, 'token.revoked', 'user:new', '2030-01-15T13:00:00Z')
  const second = await list(admin, `cursor=${first.nextCursor}`)
  const third = await list(admin, `cursor=${second.nextCursor}`)
  expect([first, second, third].map((page) => page.items.length)).toEqual([50, 50, 20])
  expect(third.nextCursor).toBeNull()
  const targets = [first, second, third].flatMap((page) => page.items.map((one) => one.target))
  expect(new Set(targets).size).toBe(120)
})

test.each(['action=nonsense', 'from=yesterday', 'to=2030-02-30', 'cursor=1', 'actor=%00'])(
  '%s is refused',
  async (query) => {
    expect((await admin.get(`/audit?${query}`)).status).toBe(422)
  },
)
