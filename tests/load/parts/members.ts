import { answersToGive, checkStored, type Handed, newGuest, putShot } from '../attempts'
import { each, load } from '../client'
import { type Contender, interleave, ratio, rounds } from '../measure'
import { addMember, openSession } from '../members'
import { exactly, type Result } from '../report'
import type { Server } from '../servers'
import { bothServers } from '../stage'
import { warmUp } from './daily'

const size = 600
const warmUpRounds = 2

const contender = (name: string, server: Server, waiting: Handed[]): Contender => ({
  name,
  server,
  round: () => load(server.port, 1, each(waiting.splice(0, size).map((handed) => putShot(server, handed)))),
})

/** The same answers by guests and by members who are signed in: what a session costs an answer. */
export async function members(): Promise<Result> {
  const { product } = await bothServers()
  const count = size * (rounds + warmUpRounds)
  const byGuests = await answersToGive(product, count, newGuest)
  const byMembers = await answersToGive(product, count, async () => openSession(addMember(null).id))
  const pair = [
    contender('answer PUT of a guest', product, [...byGuests]),
    contender('answer PUT of a member', product, [...byMembers]),
  ]
  await warmUp(pair, warmUpRounds)
  const [guest, member] = await interleave(pair)
  if (!guest || !member) throw new Error('a contender is missing')
  const stored = checkStored([...byGuests, ...byMembers])
  return {
    rates: [guest, { ...member, ratio: ratio(member, guest), against: 'guest', aim: { atLeast: 1 / 1.3 } }],
    values: [
      {
        name: 'answers of guests and members acknowledged, and found in the database',
        value: exactly(stored),
        unit: `of ${count * 2}`,
        aim: { atLeast: count * 2 },
      },
    ],
  }
}
