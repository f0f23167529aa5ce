import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { answers, attemptItems, attempts, auditLog, checkIns, favourites, notes, reports, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import type { History } from '@/domain/merges/output'
import type { MeView } from '@/domain/users/output'
import { Practice } from '../support/practice'
import { contentsOfStore } from '../support/tables'
import { teaCopy } from '../support/tea-copy'
import { Browser, clockAt, guest, type Member, member, randomUUID } from '../support/world'

const [yesterday, noon] = ['2030-01-14T17:00:00Z', '2030-01-15T17:00:00Z']
beforeEach(() => clockAt(noon))
afterEach(() => vi.useRealTimers())

type Joined = { joined: { days: number; attempts: number; answers: number } | null }
const tea = async (name: string) => {
  await seedExam(teaCopy(name), new Date(yesterday))
  return name
}
/** The same browser, signed in: it still bears the guest's cookie. */
function signedInOver(browser: Browser, ana: Member) {
  ana.jar.set('guest', browser.jar.get('guest') ?? '')
  return ana
}
const join = (ana: Browser) => ana.post<Joined>('/me/merge', { join: true })
const offered = async (browser: Browser) => (await browser.get<{ toMerge: History | null }>('/me/merge')).body.toMerge
const openOf = (userId: string) => db().$count(attempts, and(eq(attempts.userId, userId), eq(attempts.mode, 'daily')))

async function guestOfTwoDays(subject: string) {
  clockAt(yesterday)
  const first = await Practice.begin(subject)
  await first.answerAll()
  await first.finish()
  clockAt(noon)
  const second = await Practice.begin(subject, 'each', first.browser)
  await second.put(second.question('single'), { choices: ['A'] })
  return { browser: first.browser, first, second }
}

test('the page says what would join, before and after signing in', async () => {
  const { browser } = await guestOfTwoDays(await tea('offer'))
  const history = { days: 2, attempts: 2, answers: 8, firstOn: '2030-01-14', lastOn: '2030-01-15' }
  expect(await offered(browser)).toEqual(history)
  const ana = signedInOver(browser, await member())
  expect(await offered(ana)).toEqual(history)
  expect((await ana.get<MeView>('/me')).body).toMatchObject({ kind: 'member', toMerge: history })
  expect(await offered(new Browser())).toBeNull()
  expect(await offered(await guest())).toBeNull()
})

test('everything joins: attempts, the unfinished one too, answers, days, settings; and the guest is gone', async () => {
  const { browser, first, second } = await guestOfTwoDays(await tea('all'))
  await browser.patch('/me', { settings: { theme: 'dark', games: false } })
  const cookie = browser.jar.get('guest') ?? ''
  const ana = signedInOver(browser, await member())
  await ana.patch('/me', { settings: { theme: 'light' } })
  expect((await join(ana)).body).toEqual({ joined: { days: 2, attempts: 2, answers: 8 } })
  expect(ana.jar.has('guest')).toBe(false)
  expect((await ana.get(`/attempts/${first.state.id}`)).status).toBe(200)
  const resumed = await Practice.begin('all', 'each', ana)
  expect(resumed.state).toMatchObject({ id: second.state.id, answers: [{ answer: { choices: ['A'] } }] })
  expect((await ana.get('/progress?exam=all')).body).toMatchObject({ streak: { current: 1, total: 1 } })
  const me = (await ana.get<MeView>('/me')).body
  expect(me).toMatchObject({ settings: { theme: 'light', games: false }, toMerge: null })
  const dead = new Browser()
  dead.jar.set('guest', cookie)
  expect((await dead.get<MeView>('/me')).body.kind).toBe('nobody')
  const noted = await db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.target, `user:${ana.id}`))
  expect(noted).toMatchObject([{ action: 'account.merged', details: { days: 2, attempts: 2, answers: 8 } }])
})

test('a second time, or with a cookie that nobody bears, nothing joins', async () => {
  const { browser } = await guestOfTwoDays(await tea('twice'))
  const cookie = browser.jar.get('guest') ?? ''
  const ana = signedInOver(browser, await member())
  await join(ana)
  const before = await contentsOfStore()
  for (const stale of [cookie, 'forged', '', 'A'.repeat(43)]) {
    ana.jar.set('guest', stale)
    expect(await join(ana)).toMatchObject({ status: 200, body: { joined: null } })
    expect(await contentsOfStore()).toEqual(before)
  }
})

test('two members who race for one guest: one gets it, whole', async () => {
  const { browser } = await guestOfTwoDays(await tea('race'))
  const rivals = [await member(), await member()].map((one) => signedInOver(browser, one))
  const replies = await Promise.all([...rivals, ...rivals].map(join))
  expect(replies.map((one) => one.status)).toEqual([200, 200, 200, 200])
  expect(replies.filter((one) => one.body.joined !== null)).toHaveLength(1)
  const counts = await Promise.all(rivals.map((one) => openOf(one.id)))
  expect(counts.sort()).toEqual([0, 2])
})

test('declined: the guest stays as it was, and is not offered again in this session, but in another', async () => {
  const { browser, second } = await guestOfTwoDays(await tea('no'))
  const ana = signedInOver(browser, await member())
  const cookie = ana.jar.get('guest')
  expect((await ana.post<Joined>('/me/merge', { join: false })).body).toEqual({ joined: null })
  expect(ana.jar.get('guest')).toBe(cookie)
  expect(await offered(ana)).toBeNull()
  expect((await ana.get<MeView>('/me')).body.toMerge).toBeNull()
  expect((await browser.get(`/attempts/${second.state.id}`)).status).toBe(200)
  const other = signedInOver(browser, await member())
  expect(await offered(other)).toMatchObject({ attempts: 2 })
})

test('the same set begun by both: the fuller attempt stays open, the other ends as it stands', async () => {
  const subject = await tea('both')
  const ana = await member()
  const mine = await Practice.begin(subject, 'end', ana)
  await mine.put(mine.question('single'), { choices: ['A'] })
  const theirs = await Practice.begin(subject)
  await theirs.put(theirs.question('single'), { choices: ['B'] })
  await theirs.put(theirs.question('multiple'), { choices: ['A'] })
  await join(signedInOver(theirs.browser, ana))
  const state = async (of: Practice) => (await ana.get<{ finishedAt: string | null; result: object }>(of.path)).body
  expect(await state(theirs)).toMatchObject({ finishedAt: null })
  expect(await state(mine)).toMatchObject({
    finishedAt: '2030-01-15T17:00:00.000Z',
    result: { wrong: 1, unanswered: 6 },
  })
  expect((await Practice.begin(subject, 'each', ana)).state.id).toBe(theirs.state.id)
  // What was kept back until the end has been told by it: wrong once in each history.
  const told = await db().select().from(answers).where(eq(answers.userId, ana.id))
  expect(told.map((one) => one.told)).toEqual([true, true, true])
})

test('favourites, notes and reports join; where both have one, nothing is lost and nothing doubled', async () => {
  const subject = await tea('own')
  const { browser } = await guestOfTwoDays(subject)
  const ana = signedInOver(browser, await member())
  const [both, only] = [`${subject}-choice-001`, `${subject}-choice-002`]
  const guestId = (await browser.get<MeView>('/me')).body.id ?? ''
  const [early, late] = [new Date(yesterday), new Date(noon)]
  await write(async (tx) => {
    const favourite = (userId: string, questionId: string) => ({ userId, questionId, createdAt: early })
    await tx.insert(favourites).values([favourite(guestId, both), favourite(guestId, only), favourite(ana.id, both)])
    await tx.insert(notes).values([
      { userId: guestId, questionId: both, text: 'theirs', updatedAt: late },
      { userId: guestId, questionId: only, text: 'alone', updatedAt: early },
      { userId: ana.id, questionId: both, text: 'mine', updatedAt: early },
    ])
    const [item] = await tx.select().from(attemptItems).where(eq(attemptItems.questionId, both)).limit(1)
    const about = { questionId: both, versionId: item?.versionId ?? '', subjectSlug: subject }
    await tx
      .insert(reports)
      .values({ id: randomUUID(), ...about, userId: guestId, reason: 'typo', text: 'a comma', createdAt: late })
  })
  await join(ana)
  const starred = await db().select().from(favourites).where(eq(favourites.userId, ana.id))
  expect(starred.map((one) => one.questionId).sort()).toEqual([both, only])
  expect(await db().select().from(reports).where(eq(reports.userId, ana.id))).toMatchObject([{ text: 'a comma' }])
  const noted = await db().select().from(notes).where(eq(notes.userId, ana.id)).orderBy(notes.questionId)
  expect(noted).toMatchObject([
    { text: 'mine\n\ntheirs', updatedAt: late },
    { text: 'alone', updatedAt: early },
  ])
})

test('only a signed-in member decides; the body says nothing of whom', async () => {
  const browser = await guest()
  expect(await browser.post('/me/merge', { join: true })).toMatchObject({ status: 401, body: { code: 'no-member' } })
  const ana = await member()
  for (const body of [{}, { join: 'yes' }, { join: true, guest: randomUUID() }])
    expect((await ana.post('/me/merge', body)).status).toBe(422)
  expect(await db().$count(users, eq(users.id, ana.id))).toBe(1)
  expect(await db().$count(checkIns, eq(checkIns.userId, ana.id))).toBe(0)
  expect(await db().$count(reports, eq(reports.userId, ana.id))).toBe(0)
})
