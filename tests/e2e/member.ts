import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Page, request } from '@playwright/test'
import { consentVersion } from '@/domain/users/consent'
import { type Received, readMail, tokenIn } from '../support/smtp'
import { expect } from './fixtures'
import { mailbox, server } from './playwright.config'

/** The latest mail to an address, once it is there. */
export async function mailTo(address: string, subject = /./): Promise<Received> {
  const theirs = async () => {
    const mails = (await (await fetch(mailbox)).json()) as { to: string; raw: string }[]
    return mails
      .map(({ to, raw }) => readMail(raw, to))
      .filter((mail) => mail.to === address && subject.test(mail.subject))
  }
  await expect.poll(async () => (await theirs()).length, { message: `a mail to ${address}` }).toBeGreaterThan(0)
  const last = (await theirs()).at(-1)
  if (!last) throw new Error('the mail is gone')
  return last
}

/** Where the link in a mail leads, without the host. */
export function linkIn({ text }: Received): string {
  const url = new URL(/https?:\/\/\S+#[\w-]{43}/.exec(text)?.[0] ?? '')
  expect(url.origin, 'links lead to PUBLIC_URL').toBe(server)
  return url.pathname + url.hash
}

export const freshAddress = () => `${randomUUID().slice(0, 8)}@example.com`

/** Somebody with an account, made over the API, and signed in nowhere. */
export class Member {
  constructor(
    readonly email: string,
    readonly password: string,
  ) {}

  static async registered(nickname = '小满', password = '每天八题坚持到考试'): Promise<Member> {
    const member = new Member(freshAddress(), password)
    const browser = await request.newContext({ baseURL: server })
    const body = { email: member.email, password: member.password, nickname, consent: consentVersion }
    expect((await post(browser, '/accounts', body)).status()).toBe(202)
    const token = tokenIn(await mailTo(member.email))
    expect((await post(browser, '/accounts/confirmations', { token })).status()).toBe(200)
    await browser.dispose()
    return member
  }

  /** Types address and password on the page of signing in; the button is for the test to press. */
  async type(page: Page, password = this.password) {
    await page.getByLabel('邮箱').fill(this.email)
    await page.getByLabel('密码', { exact: true }).fill(password)
  }

  async signIn(page: Page, next = '/') {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await this.type(page)
    await page.getByRole('main').getByRole('button', { name: '登录' }).tap()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  }
}

const post = (browser: APIRequestContext, path: string, data: unknown) =>
  browser.post(`/api/v1${path}`, { data, headers: { origin: server } })
