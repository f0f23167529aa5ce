import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { dropOldBackups } from '@/db/backups'
import { db, store, write } from '@/db/client'
import {
  answers,
  apiTokens,
  attemptItems,
  attempts,
  deliveries,
  favourites,
  identities,
  mailTokens,
  mistakes,
  notes,
  questions,
  recoveryCodes,
  reports,
  sessions,
  throttles,
  users,
} from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { eraseDue, eraseGuest } from '@/domain/data-rights/erase-commands'
import { queueMail } from '@/domain/deliveries/commands'
import { sendDue } from '@/lib/deliveries/send'
import { dropOldMails, outsideTheStore } from '@/lib/forget'
import { countingKey } from '@/lib/session'
import { teaCopy } from '../support/tea-copy'
import { clockAt } from '../support/world'

const at = new Date('2030-01-15T17:00:00Z')
const due = new Date('2030-02-15T17:00:00Z')
const mark = (what: string) => `LEAVER-${what}-LEAVER`
// Before anything reads the environment.
const outbox = vi.hoisted(() => {
  const folder = `.cache/test/outbox-${process.pid}-${Date.now()}`
  vi.stubEnv('OUTBOX_FOLDER', folder)
  return folder
})
afterAll(() => rmSync(outbox, { recursive: true, force: true }))
afterEach(() => vi.useRealTimers())

let ids: { questionId: string; versionId: string }[] = []
beforeAll(async () => {
  await seedExam(teaCopy('traces', { choice: 60 }), at)
  ids = await db().select({ questionId: questions.id, versionId: questions.currentVersionId }).from(questions)
})

const file = () => store().raw?.name ?? ''

/** The files that may hold something of a person: the database with all that lies beside it, and the outbox. */
function filesWith(text: string): string[] {
  const beside = readdirSync(dirname(file())).filter((name) => name.startsWith(file().split('/').at(-1) ?? '?'))
  const kept = existsSync(outbox) ? readdirSync(outbox) : []
  const all = [...beside.map((name) => join(dirname(file()), name)), ...kept.map((name) => join(outbox, name))]
  return all.filter((one) => readFileSync(one).includes(text))
}

/** Attempts with an essay or a filled blank in every other answer. */
async function practise(userId: string, say: (what: string) => string, attemptsOf: number) {
  for (let n = 0; n < attemptsOf; n++)
    await write(async (tx) => {
      const attemptId = randomUUID()
      const about = { examSlug: 'traces', subjectSlug: 'traces' }
      const times = {
        startedAt: new Date(at.getTime() + n * 1000 + 7),
        finishedAt: new Date(at.getTime() + n * 1000 + 9),
      }
      await tx.insert(attempts).values({ id: attemptId, userId, ...about, mode: 'custom', feedback: 'each', ...times })
      const some = ids.slice(n % 40, (n % 40) + 10)
      await tx
        .insert(attemptItems)
        .values(some.map((one, position) => ({ attemptId, ...one, position, rule: 'self-marked' as const, points: 1 })))
      await tx.insert(answers).values(
        some.map(({ questionId }, index) => ({
          attemptId,
          questionId,
          answer: [
            { text: say(`essay ${n}`).repeat(1 + ((n * 7) % 90)) },
            { blanks: [say(`blank ${n}`)] },
            { choices: ['A'] },
          ][index % 3] ?? { giveUp: true as const },
          spentMs: 1,
          answeredAt: times.startedAt,
          receivedAt: times.startedAt,
          verdict: 'right' as const,
          score: 1,
          maxScore: 1,
          userId,
          subjectSlug: 'traces',
          type: 'essay' as const,
          told: true,
        })),
      )
    })
}

async function keepRecords(userId: string, say: (what: string) => string) {
  for (const [n, { questionId, versionId }] of ids.entries())
    await write(async (tx) => {
      await tx
        .insert(notes)
        .values({ userId, questionId, text: say(`note ${n}`).repeat(1 + ((n * 13) % 70)), updatedAt: at })
      await tx.insert(favourites).values({ userId, questionId, createdAt: at })
      await tx.insert(mistakes).values({
        userId,
        questionId,
        subjectSlug: 'traces',
        status: 'open',
        rightInRow: 0,
        wrongCount: 1,
        enteredAt: at,
        lastAnsweredAt: at,
      })
      await tx.insert(reports).values({
        id: randomUUID(),
        questionId,
        versionId,
        subjectSlug: 'traces',
        userId,
        reason: 'typo',
        text: say(`report ${n}`).repeat(1 + (n % 30)),
        createdAt: at,
      })
    })
}

/** A member with something in every personal field. The address has a form of its own: it must be one. */
async function settle(say: (what: string) => string, email: string) {
  const userId = randomUUID()
  await write(async (tx) => {
    const secrets = { passwordHash: say('password'), totpSecret: say('totp'), totpConfirmedAt: at }
    const settings = { theme: 'dark' as const, extra: say('settings') }
    const goal = { exam: say('goal'), level: 'x', sitting: 2030, passed: [] }
    await tx.insert(users).values({
      id: userId,
      kind: 'member',
      nickname: say('nickname'),
      email,
      ...secrets,
      settings,
      goal,
      consentVersion: say('consent'),
      consentAt: at,
      createdAt: at,
    })
    for (const device of ['one', 'two'])
      await tx.insert(sessions).values({
        id: randomUUID(),
        tokenHash: say(`session ${device}`),
        userId,
        device: say('device'),
        createdAt: at,
        lastSeenAt: at,
        expiresAt: due,
      })
    await tx.insert(apiTokens).values({
      id: randomUUID(),
      userId,
      name: say('token name'),
      tokenHash: say('token'),
      scopes: ['read'],
      createdAt: at,
      expiresAt: due,
    })
    await tx.insert(identities).values({ provider: 'github', subject: say('identity'), userId, createdAt: at })
    await tx.insert(recoveryCodes).values({ userId, codeHash: say('recovery') })
    await tx.insert(mailTokens).values({
      hash: say('mail token'),
      purpose: 'register',
      email,
      passwordHash: say('typed'),
      nickname: say('pending'),
      createdAt: at,
      expiresAt: due,
    })
    const counted = countingKey(`account:${email}`)
    for (const key of [`sign-in:${counted}`, `sign-in:${counted}:place`, `mail-to:${counted}`])
      await tx.insert(throttles).values({ key, count: 3, resetsAt: due })
    await queueMail(tx, { purpose: 'test', to: email, subject: say('mail subject'), text: say('mail text') }, at)
  })
  return userId
}

test('after a deletion no byte of the person is left: database, log, outbox; others, and the bare answers, stay', async () => {
  const [email, otherEmail] = ['leaver.leaver@mail.example', 'stayer@mail.example']
  const stays = (what: string) => `STAYER-${what}-STAYER`
  const leaver = await settle(mark, email)
  const stayer = await settle(stays, otherEmail)
  // Taken in turns, so that both lie on the same pages, which are split again and again.
  for (let turn = 0; turn < 4; turn++) {
    await practise(leaver, mark, 20)
    await practise(stayer, stays, 20)
  }
  await keepRecords(leaver, mark)
  await keepRecords(stayer, stays)
  clockAt(at.toISOString())
  await sendDue()
  await write((tx) =>
    queueMail(tx, { purpose: 'test', to: email, subject: mark('waiting'), text: mark('waiting') }, due),
  )
  const counted = countingKey(`account:${email}`)
  for (const text of ['LEAVER-', email, counted]) expect(filesWith(text).length, text).toBeGreaterThan(0)
  expect(readdirSync(outbox)).toHaveLength(2)
  await write((tx) => tx.update(users).set({ eraseAt: due }).where(eq(users.id, leaver)))

  expect(await eraseDue(due, outsideTheStore)).toBe(true)

  for (const text of ['LEAVER', email, counted]) expect(filesWith(text), text).toEqual([])
  expect(existsSync(`${file()}-wal`) ? statSync(`${file()}-wal`).size : 0).toBe(0)
  expect(filesWith('STAYER-').length).toBeGreaterThan(0)
  expect(readdirSync(outbox)).toHaveLength(1)
  const left = await db().select().from(answers)
  expect(left.filter((one) => one.userId === null)).toHaveLength(800)
  expect(left.filter((one) => one.userId === stayer)).toHaveLength(800)
  expect(await db().$count(notes)).toBe(ids.length)
  // What was sent is a line of the log, of nobody; what was still to be sent is gone.
  expect(await db().select({ to: deliveries.to, state: deliveries.state }).from(deliveries)).toEqual([
    { to: '', state: 'sent' },
    { to: '', state: 'sent' },
  ])
  expect(store().raw?.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('of a guest too', async () => {
  const say = (what: string) => `VISITOR-${what}-VISITOR`
  const id = randomUUID()
  await write((tx) =>
    tx
      .insert(users)
      .values({ id, kind: 'guest', guestTokenHash: say('cookie'), settings: { theme: 'dark' }, createdAt: at }),
  )
  await practise(id, say, 5)
  await keepRecords(id, say)
  expect(filesWith('VISITOR').length).toBeGreaterThan(0)
  await eraseGuest(id, due, outsideTheStore)
  expect(filesWith('VISITOR')).toEqual([])
})

test('copies made before migrations and kept mails go after 30 days, and nothing else', async () => {
  const folder = join(dirname(file()), 'backups')
  mkdirSync(folder, { recursive: true })
  mkdirSync(outbox, { recursive: true })
  const plant = (path: string, days: number) => {
    writeFileSync(path, 'x')
    const when = new Date(due.getTime() - days * 86_400_000)
    utimesSync(path, when, when)
  }
  plant(join(folder, 'before-migration-1-2-3.db'), 31)
  plant(join(folder, 'before-migration-4-5-6.db'), 29)
  plant(join(folder, 'my own copy.db'), 400)
  plant(join(outbox, 'old.eml'), 31)
  plant(join(outbox, 'new.eml'), 29)
  plant(join(outbox, 'notes.txt'), 400)
  await dropOldBackups(due)
  await dropOldMails(due)
  expect(readdirSync(folder).sort()).toEqual(['before-migration-4-5-6.db', 'my own copy.db'])
  expect(readdirSync(outbox)).toEqual(expect.arrayContaining(['new.eml', 'notes.txt']))
  expect(readdirSync(outbox)).not.toContain('old.eml')
})
