import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { attemptItems, attempts, favourites, notes, users } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { eraseGuest } from '@/domain/data-rights/erase-commands'
import { createGuest, sweepGuests } from '@/domain/users/commands'
import { Candidate } from '../support/candidate'
import { teaCopy } from '../support/tea-copy'
import { randomUUID } from '../support/world'

const at = '2030-01-15T17:00:00Z'
const nothingOutside = { countedAs: (email: string) => email, dropKeptMails: async () => undefined }
const makeGuest = (on = at) => createGuest(randomUUID(), randomUUID(), new Date(on))

test('guests who did nothing for 30 days go; whoever has begun, starred or noted anything stays, also after somebody left', async () => {
  await seedExam(teaCopy('sweep'), new Date(at))
  const [idle, late, starred, noted] = [
    await makeGuest(),
    await makeGuest('2030-01-20T17:00:00Z'),
    await makeGuest(),
    await makeGuest(),
  ]
  const [begun, leaver] = [new Candidate(await makeGuest()), new Candidate(await makeGuest())]
  for (const one of [begun, leaver]) await one.start({ subject: 'sweep' }, at)
  const [item] = await db().select().from(attemptItems).limit(1)
  const questionId = item?.questionId ?? ''
  await write(async (tx) => {
    await tx.insert(favourites).values({ userId: starred, questionId, createdAt: new Date(at) })
    await tx.insert(notes).values({ userId: noted, questionId, text: 'x', updatedAt: new Date(at) })
  })
  await eraseGuest(leaver.userId, new Date(at), nothingOutside)
  expect((await db().select().from(attempts)).filter((one) => one.userId === null)).toHaveLength(1)
  await sweepGuests(new Date('2030-02-15T17:00:00Z'))
  const all = [idle, late, starred, noted, begun.userId]
  const left = await db().select({ id: users.id }).from(users).where(inArray(users.id, all))
  expect(left.map((one) => one.id).sort()).toEqual([late, starred, noted, begun.userId].sort())
})
