import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries } from '@/db/schema'
import { noteSent, queueMail, sweepDeliveries, takeDue } from '@/domain/deliveries/commands'
import { Mailbox, readMail } from '../support/smtp'
import { clockAt } from '../support/world'

const noon = '2030-01-15T04:00:00Z'
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000)
const letter = (to: string) => ({
  purpose: 'test',
  to,
  subject: '确认你的一练账号',
  text: '点开链接：\n\nhttps://yilian.example/confirm#x\n',
})
const queue = (to: string) => write((tx) => queueMail(tx, letter(to), new Date()))

const mailbox = new Mailbox()
const outbox = join(mkdtempSync(join(tmpdir(), 'yilian-mail-')), 'outbox')
let smtpUrl = ''
beforeAll(async () => {
  smtpUrl = await mailbox.open()
})
afterAll(() => {
  rmSync(join(outbox, '..'), { recursive: true })
  return mailbox.close()
})
beforeEach(() => {
  clockAt(noon)
  vi.stubEnv('PUBLIC_URL', 'https://yilian.example')
  vi.stubEnv('OUTBOX_FOLDER', outbox)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await write((tx) => tx.delete(deliveries))
})

/** What stays of something that has ended: a line of the log, and nothing of whom and what it was. */
const blank = { to: '', subject: '', text: '', keys: null, params: null, url: null, stopUrl: null, attachment: null }

/** What a process does that has just started with these settings. */
async function start(settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  const { sendDue } = await import('@/lib/deliveries/send')
  const { log } = await import('@/lib/log')
  return { sendDue, info: vi.spyOn(log(), 'info'), error: vi.spyOn(log(), 'error') }
}

describe('with a mail server', () => {
  test('a mail is handed over once, and only a line of the log stays', async () => {
    const { sendDue } = await start({ SMTP_URL: smtpUrl, MAIL_FROM: '一练 <post@yilian.example>' })
    await queue('ana@mail.example')
    const [{ id = '' } = {}] = await db().select().from(deliveries)
    await Promise.all([sendDue(), sendDue(), sendDue()])
    const theirs = mailbox.mails.filter((mail) => mail.to === 'ana@mail.example')
    expect(theirs).toMatchObject([{ subject: '确认你的一练账号', messageId: `<${id}@yilian.example>` }])
    expect(theirs[0]?.text).toContain('https://yilian.example/confirm#x')
    expect(theirs[0]?.raw).toContain('post@yilian.example')
    expect(await db().select().from(deliveries)).toEqual([
      expect.objectContaining({
        ...blank,
        id,
        purpose: 'test',
        state: 'sent',
        tries: 1,
        fault: null,
        endedAt: later(0),
      }),
    ])
  })

  test('while it is in trouble mails wait, ever longer, under the same id', async () => {
    const { sendDue, error } = await start({ SMTP_URL: smtpUrl })
    await queue('ben@mail.example')
    mailbox.trouble = true
    for (const [at, next] of [
      [0, 30],
      [30, 150],
      [150, 750],
      [750, 4350],
      [4350, 7950],
    ] as const) {
      clockAt(later(at).toISOString())
      await sendDue()
      expect(await db().select({ dueAt: deliveries.dueAt }).from(deliveries)).toEqual([{ dueAt: later(next) }])
      clockAt(later(next - 1).toISOString())
      await sendDue()
    }
    expect(error).toHaveBeenCalledTimes(5)
    expect(error).toHaveBeenLastCalledWith(
      expect.objectContaining({ tries: 5, channel: 'mail', fault: expect.stringContaining('451') }),
      'not delivered; tried again',
    )
    expect(JSON.stringify(error.mock.calls)).not.toMatch(/confirm#x|mail\.example/)
    mailbox.trouble = false
    clockAt(later(7950).toISOString())
    await sendDue()
    expect(mailbox.mails.filter((mail) => mail.to === 'ben@mail.example')).toHaveLength(1)
  })

  test('one that fails does not hold up the others', async () => {
    const { sendDue } = await start({ SMTP_URL: smtpUrl })
    await queue('refused@mail.example')
    mailbox.trouble = true
    await sendDue()
    mailbox.trouble = false
    await queue('cleo@mail.example')
    await sendDue()
    expect((await mailbox.to('cleo@mail.example')).subject).toBe('确认你的一练账号')
    const waiting = await db().select({ to: deliveries.to }).from(deliveries).where(eq(deliveries.state, 'due'))
    expect(waiting).toEqual([{ to: 'refused@mail.example' }])
  })

  test('after two days in vain it is given up, and said so', async () => {
    const { sendDue, error } = await start({ SMTP_URL: 'smtp://127.0.0.1:1' })
    await queue('dora@mail.example')
    clockAt(later(2 * 86_400 + 1).toISOString())
    await sendDue()
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ tries: 1 }), 'delivery given up')
    expect(await db().select().from(deliveries)).toEqual([
      expect.objectContaining({ ...blank, state: 'given-up', fault: expect.stringContaining('ECONNREFUSED') }),
    ])
  })

  test('an address that the server does not know is not tried again', async () => {
    const { sendDue } = await start({ SMTP_URL: smtpUrl })
    await queue('nobody@mail.example')
    mailbox.unknown.add('nobody@mail.example')
    await sendDue()
    expect(await db().select().from(deliveries)).toEqual([
      expect.objectContaining({ ...blank, state: 'given-up', tries: 1, fault: expect.stringContaining('550') }),
    ])
  })

  test('what one process is sending no other takes', async () => {
    await queue('eve@mail.example')
    const take = async (now: Date) => (await takeDue('mail', 40, now))[0]
    const taken = await Promise.all([take(new Date()), take(new Date())])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await take(later(119))).toBeUndefined()
    expect(await take(later(121))).toMatchObject({ to: 'eve@mail.example', tries: 2 })
  })

  test('the log is kept for 30 days, and what is due for ever', async () => {
    for (const to of ['flo@mail.example', 'gus@mail.example']) await queue(to)
    await noteSent(await takeDue('mail', 1, new Date()), later(60))
    await sweepDeliveries(later(30 * 86_400))
    expect(await db().$count(deliveries)).toBe(2)
    await sweepDeliveries(later(30 * 86_400 + 61))
    expect(await db().select().from(deliveries)).toMatchObject([{ state: 'due' }])
  })
})

describe('without one', () => {
  test('mails are kept in a folder that nobody else may read, and their links are logged', async () => {
    const { sendDue, info } = await start({ SMTP_URL: '' })
    expect(existsSync(outbox)).toBe(false)
    await queue('fay@mail.example')
    await sendDue()
    const [file = '', ...more] = readdirSync(outbox)
    expect(more).toEqual([])
    expect([statSync(outbox).mode & 0o777, statSync(join(outbox, file)).mode & 0o777]).toEqual([0o700, 0o600])
    const mail = readMail(readFileSync(join(outbox, file), 'utf8'))
    expect(mail).toMatchObject({ to: 'fay@mail.example', subject: '确认你的一练账号' })
    expect(mail.text).toContain('https://yilian.example/confirm#x')
    expect(info).toHaveBeenCalledWith(
      expect.objectContaining({ links: ['https://yilian.example/confirm#x'] }),
      expect.stringContaining('outbox'),
    )
    expect(await db().select().from(deliveries)).toEqual([expect.objectContaining({ ...blank, state: 'sent' })])
  })
})
