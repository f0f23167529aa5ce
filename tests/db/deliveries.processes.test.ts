import { fork } from 'node:child_process'
import { once } from 'node:events'
import { eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries } from '@/db/schema'
import { queueMail } from '@/domain/deliveries/commands'
import { Mailbox } from '../support/smtp'

/** Ten thousand in the long run: the number that issue and trust name. */
const count = process.env.LONG ? 10_000 : 400
/** As many as lib/deliveries/mail.ts has hands. */
const inFlight = 4

const mailbox = new Mailbox()
let smtp = ''
beforeAll(async () => {
  smtp = await mailbox.open()
})
afterAll(() => mailbox.close())

function sender() {
  const env = {
    ...process.env,
    DATABASE_URL: process.env.TEST_DATABASE_URL,
    SMTP_URL: smtp,
    PUBLIC_URL: 'https://yilian.example',
    AUTH_SECRET: 'x'.repeat(40),
    NODE_OPTIONS: '',
    LOG_LEVEL: 'silent',
  }
  return fork('tests/support/processes/send-mails.ts', [], { execArgv: ['--import', 'tsx'], env })
}

const letters = (from: number, to: number) =>
  write(async (tx) => {
    for (let n = from; n < to; n++) {
      const letter = { purpose: 'test', to: `p${n}@mail.example`, subject: '打印准考证', text: '开始打印准考证。' }
      await queueMail(tx, letter, new Date())
    }
  })

test('two senders that both live hand each mail over once', async () => {
  mailbox.mails.length = 0
  await letters(0, 200)
  const ends = await Promise.all([sender(), sender()].map((one) => once(one, 'exit')))
  expect(ends.map(([code]) => code)).toEqual([0, 0])
  const ids = mailbox.mails.map((mail) => mail.messageId)
  expect(ids).toHaveLength(200)
  expect(new Set(ids).size).toBe(200)
  expect(await db().$count(deliveries, eq(deliveries.tries, 1))).toBe(200)
  await write((tx) => tx.delete(deliveries))
  mailbox.mails.length = 0
}, 60_000)

test(
  'a sender that is killed repeats at most what was in flight, and loses none',
  async () => {
    for (let from = 0; from < count; from += 200) await letters(from, Math.min(count, from + 200))
    const first = sender()
    const ended = once(first, 'exit')
    await mailbox.received(count / 4)
    first.kill('SIGKILL')
    await ended
    const sent = mailbox.mails.length
    expect(sent).toBeLessThan(count)
    // Two minutes later: what the first had in its hands is due again.
    await write((tx) =>
      tx
        .update(deliveries)
        .set({ dueAt: new Date(0) })
        .where(eq(deliveries.state, 'due')),
    )
    const [code] = await once(sender(), 'exit')
    expect(code).toBe(0)
    expect(await db().$count(deliveries, eq(deliveries.state, 'sent'))).toBe(count)
    expect(await db().$count(deliveries, ne(deliveries.to, ''))).toBe(0)
    const ids = mailbox.mails.map((mail) => mail.messageId)
    expect(new Set(ids).size).toBe(count)
    expect(ids.length - count).toBeLessThanOrEqual(inFlight)
    expect(new Set(mailbox.mails.map((mail) => mail.to)).size).toBe(count)
  },
  process.env.LONG ? 240_000 : 60_000,
)
