import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { answers, attempts, checkIns, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { createGuest } from '@/domain/users/commands'
import { Candidate } from '../support/candidate'
import { together } from '../support/processes'
import { teaCopy } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const at = '2030-01-15T17:00:00Z'

async function makeMember() {
  const id = randomUUID()
  await write((tx) => tx.insert(users).values({ id, kind: 'member', createdAt: new Date(at) }))
  return id
}

test.each([
  ['two members', 2],
  ['the same member twice', 1],
])('one guest joined by %s from two processes at once joins once, whole', async (_, people) => {
  const name = `join${people}`
  await seedExam(teaCopy(name), new Date(at))
  const hash = randomUUID()
  const guest = new Candidate(await createGuest(hash, 'address', new Date(at)))
  const attempt = await guest.start({ subject: name }, at)
  await guest.answerAll(attempt, at)
  await guest.finish(attempt.id, at)
  const [ana, ben] = [await makeMember(), await makeMember()]
  const told = await together<unknown[]>(
    'joins',
    [ana, people === 2 ? ben : ana].map((id) => [id, hash, at]),
  )
  expect(told.flat().filter(Boolean)).toEqual([{ days: 1, attempts: 1, answers: 7 }])
  const owners = [ana, ben].map(async (id) => [
    await db().$count(attempts, eq(attempts.userId, id)),
    await db().$count(answers, eq(answers.userId, id)),
    await db().$count(checkIns, eq(checkIns.userId, id)),
  ])
  expect((await Promise.all(owners)).sort()).toEqual([
    [0, 0, 0],
    [1, 7, 1],
  ])
  expect(await db().$count(users, eq(users.id, guest.userId))).toBe(0)
})
