import { beforeAll, vi } from 'vitest'
import { consentVersion } from '@/domain/users/consent'
import { sendDue } from '@/lib/deliveries/send'
import { Mailbox, tokenIn } from './smtp'
import { Browser } from './world'

/** One that nobody else has. */
export const password = '每天八题坚持到考试那天'

let places = 0
/** A browser somewhere else: nothing that others did is counted for it. */
export const somewhere = () => new Browser(`198.51.100.${++places}`)

let names = 0
export const newAddress = () => `person${++names}@mail.example`

/** A mail server for the tests of a file. Called at its top, before anything reads the environment. */
export function withMailbox(): Mailbox {
  const mailbox = new Mailbox()
  beforeAll(async () => {
    vi.stubEnv('SMTP_URL', await mailbox.open())
    return mailbox.close
  })
  return mailbox
}

export const registration = (email: string, more: object = {}) => ({
  email,
  password,
  consent: consentVersion,
  ...more,
})

/** All mails that were asked for until now have arrived. */
export async function mailsTo(mailbox: Mailbox, address: string) {
  await sendDue()
  return mailbox.mails.filter((mail) => mail.to === address)
}

/** Registers an address in a browser. @returns what stands in the link that was mailed. */
export async function register(browser: Browser, mailbox: Mailbox, email: string, more: object = {}): Promise<string> {
  await browser.post('/accounts', registration(email, more))
  return tokenIn((await mailsTo(mailbox, email)).at(-1) ?? { text: '' })
}
