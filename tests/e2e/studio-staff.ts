import { type Browser, expect, type Page } from '@playwright/test'
import { AuthenticatorApp } from '../support/second-factor'
import { Member } from './member'
import { server } from './playwright.config'

/** Made by tests/e2e/server.mjs on the command line, for the tests of the studio. */
const studioEmail = 'studio@example.com'
export const adminPassword = '管理员也要每天看一遍题库才放心'
/** Long enough for staff without a second factor. */
const staffPassword = '每天八题一直坚持到考试那一天为止'

const headers = { origin: server }

/** @property aheadMs how far the clock of that server is before ours */
type Where = { at: string; aheadMs: number }

/** The admin of the studio, signed in with the second step, at a desk. Once for each address: the second step is then on. */
export async function studioAdmin(
  browser: Browser,
  email = studioEmail,
  { at, aheadMs }: Where = { at: server, aheadMs: 0 },
): Promise<Page> {
  const headers = { origin: at }
  const page = await deskPage(browser, at)
  const admin = new Member(email, adminPassword)
  await admin.signIn(page, '/settings')
  const begun = await page.request.post('/api/v1/me/totp', { data: { password: adminPassword }, headers })
  const { secret } = (await begun.json()) as { secret: string }
  const code = new AuthenticatorApp(secret).code(aheadMs / 1000)
  expect((await page.request.put('/api/v1/me/totp', { data: { code }, headers })).ok()).toBe(true)
  return page
}

/** An editor, made from a member by the admin, signed in at a desk. */
export async function editorAtDesk(browser: Browser, by: Page, nickname: string): Promise<Page> {
  const member = await Member.registered(nickname, staffPassword)
  const found = await by.request.get(`/api/v1/people?q=${encodeURIComponent(member.email)}`)
  const { items } = (await found.json()) as { items: { id: string }[] }
  const data = { role: 'editor', subjects: null }
  const changed = await by.request.patch(`/api/v1/people/${items[0]?.id}`, { data, headers })
  expect(changed.ok(), await changed.text()).toBe(true)
  const page = await deskPage(browser)
  await member.signIn(page, '/studio/imports')
  return page
}

async function deskPage(browser: Browser, baseURL = server): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  return context.newPage()
}
