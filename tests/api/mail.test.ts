import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { deliveries } from '@/db/schema'
import { queueMail, takeMail } from '@/domain/deliveries/commands'
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

/** What a process does that has just started with these settings. */
async function start(settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  const { sendMails } = await import('@/lib/mail')
  const { log } = await import('@/lib/log')
  return { sendMails, info: vi.spyOn(log(), 'info'), error: vi.spyOn(log(), 'error') }
}

describe('with a mail server', () => {
  test('a mail is handed over once, and nothing of it stays', async () => {
    const { sendMails } = await start({ SMTP_URL: smtpUrl, MAIL_FROM: '一练 <post@yilian.example>' })
    await queue('ana@mail.example')
    const [{ id = '' } = {}] = await db().select().from(deliveries)
    await Promise.all([sendMails(), sendMails(), sendMails()])
    const theirs = mailbox.mails.filter((mail) => mail.to === 'ana@mail.example')
    expect(theirs).toMatchObject([{ subject: '确认你的一练账号', messageId: `<${id}@yilian.example>` }])
    expect(theirs[0]?.text).toContain('https://yilian.example/confirm#x')
    expect(theirs[0]?.raw).toContain('post@yilian.example')
    expect(await db().select().from(deliveries)).toEqual([])
  })

  test('while it is in trouble mails wait, ever longer, under the same id', async () => {
    const { sendMails, error } = await start({ SMTP_URL: smtpUrl })
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
      await sendMails()
      expect(await db().select({ dueAt: deliveries.dueAt }).from(deliveries)).toEqual([{ dueAt: later(next) }])
      clockAt(later(next - 1).toISOString())
      await sendMails()
    }
    expect(error).toHaveBeenCalledTimes(5)
    expect(error).toHaveBeenLastCalledWith(
      expect.objectContaining({ tries: 5, fault: expect.objectContaining({ responseCode: 451 }) }),
      'mail not sent; tried again',
    )
    expect(JSON.stringify(error.mock.calls)).not.toMatch(/confirm#x|mail\.example/)
    mailbox.trouble = false
    clockAt(later(7950).toISOString())
    await sendMails()
    expect(mailbox.mails.filter((mail) => mail.to === 'ben@mail.example')).toHaveLength(1)
  })

  test('one that fails does not hold up the others', async () => {
    const { sendMails } = await start({ SMTP_URL: smtpUrl })
    await queue('refused@mail.example')
    mailbox.trouble = true
    await sendMails()
    mailbox.trouble = false
    await queue('cleo@mail.example')
    await sendMails()
    expect((await mailbox.to('cleo@mail.example')).subject).toBe('确认你的一练账号')
    expect(await db().select({ to: deliveries.to }).from(deliveries)).toEqual([{ to: 'refused@mail.example' }])
  })

  test('after two days in vain it is given up, and said so', async () => {
    const { sendMails, error } = await start({ SMTP_URL: 'smtp://127.0.0.1:1' })
    await queue('dora@mail.example')
    clockAt(later(2 * 86_400 + 1).toISOString())
    await sendMails()
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ tries: 1 }), 'mail given up')
    expect(await db().select().from(deliveries)).toEqual([])
  })

  test('what one process is sending no other takes', async () => {
    await queue('eve@mail.example')
    const taken = await Promise.all([takeMail(new Date()), takeMail(new Date())])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await takeMail(later(59))).toBeUndefined()
    expect(await takeMail(later(61))).toMatchObject({ to: 'eve@mail.example', tries: 2 })
  })
})

describe('without one', () => {
  test('mails are kept in a folder that nobody else may read, and their links are logged', async () => {
    const { sendMails, info } = await start({ SMTP_URL: '' })
    expect(existsSync(outbox)).toBe(false)
    await queue('fay@mail.example')
    await sendMails()
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
    expect(await db().select().from(deliveries)).toEqual([])
  })
})
