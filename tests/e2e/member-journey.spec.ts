import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import Driver from 'better-sqlite3'
import { Mailbox, type Received } from '../support/smtp'
import { unzip } from '../support/zip'
import { expect, test } from './fixtures'
import { Candidate, OwnServer } from './own-server'
import { Player } from './player'

const email = 'canary.ana@mail.example'
const nickname = '金丝雀安娜'
const [first, second] = ['每天八题坚持到考试那天', '换一个更长的密码也不难记']

test.describe.configure({ timeout: 180_000 })

let mailbox: Mailbox
let server: OwnServer
test.beforeAll(async () => {
  mailbox = new Mailbox()
  server = await OwnServer.seeded({ SMTP_URL: await mailbox.open() })
  await server.start()
})
test.afterAll(async () => {
  await server.clear()
  await mailbox.close()
})

const device = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: server.url(''),
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })

/** The link of a mail, on a line of its own. */
const linkIn = ({ text }: Received) => text.split('\n').find((line) => line.startsWith(server.url(''))) ?? ''

const statusFor = async (page: Page) => (await page.request.get('/api/v1/me/sessions')).status()

async function register(page: Page) {
  await page.goto('/register')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(first)
  await page.getByLabel(/昵称/).fill(nickname)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '注册' }).click()
  await expect(page.getByText(email)).toBeVisible()
  await page.goto(linkIn(await mailbox.to(email)))
  await expect(page.getByRole('checkbox', { name: /本机1天8题的记录将并入/ })).toBeChecked()
  await page.getByRole('button', { name: '确认' }).click()
  await page.waitForURL(server.url('/'))
}

async function signIn(page: Page, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(server.url('/'))
}

/** What lies on this server's disk: database, its log, mails kept. */
function onDisk(): string {
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1')).join('\n')
}
const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

test('a guest becomes a member, keeps everything, rules over devices and data, and leaves without a trace', async ({
  browser,
  faults,
}) => {
  faults.allow(/401 \(Unauthorized\)/)
  const phone = await device(browser)
  await faults.watch(phone)
  const ana = await phone.newPage()

  await test.step('a guest practises', async () => {
    const player = new Player(ana)
    await player.open()
    await player.finish(Array.from({ length: 8 }, () => 'give-up' as const))
  })

  await test.step('registers, confirms, and finds all of it', async () => {
    await register(ana)
    expect((await phone.cookies()).map((cookie) => cookie.name)).not.toContain('guest')
    await ana.goto('/progress')
    await expect(ana.getByRole('heading', { level: 1 })).toBeVisible()
    const attempts = await (await ana.request.get('/api/v1/attempts')).json()
    expect(attempts.items).toHaveLength(1)
    expect(attempts.items[0]).toMatchObject({ mode: 'daily', answered: 8, of: 8 })
    const progress = await (await ana.request.get('/api/v1/progress?exam=social-work')).json()
    expect(progress.streak).toEqual({ current: 1, longest: 1, total: 1 })
    const { counts } = await (await ana.request.get('/api/v1/mistakes')).json()
    expect(counts).toMatchObject({ open: 8, mastered: 0 })
  })

  const desk = await device(browser)
  await faults.watch(desk)
  const atDesk = await desk.newPage()

  await test.step('a second device signs in; both are listed; one ends the other', async () => {
    await signIn(atDesk, first)
    const listed = await (await atDesk.request.get('/api/v1/me/sessions')).json()
    expect(listed.items).toHaveLength(2)
    await atDesk.goto('/settings')
    await atDesk.getByRole('button', { name: '其他设备全部退出' }).click()
    await expect.poll(() => statusFor(ana)).toBe(401)
    expect(await statusFor(atDesk)).toBe(200)
  })

  await test.step('a password reset ends all sessions', async () => {
    await signIn(ana, first)
    const before = mailbox.mails.filter((mail) => mail.to === email).length
    const stranger = await (await device(browser)).newPage()
    await stranger.goto('/forgot')
    await stranger.getByLabel('邮箱').fill(email)
    await stranger.getByRole('button', { name: '发邮件' }).click()
    await stranger.goto(linkIn(await mailbox.to(email, before + 1)))
    await stranger
      .getByLabel(/新密码|密码/)
      .first()
      .fill(second)
    await stranger.getByRole('button', { name: '设为新密码' }).click()
    await expect(stranger.getByText('新密码已生效')).toBeVisible()
    expect(await statusFor(ana)).toBe(401)
    expect(await statusFor(atDesk)).toBe(401)
    await signIn(ana, second)
  })

  await test.step('the export contains all and only theirs', async () => {
    const other = new Candidate(server)
    const { id, questions } = await other.begin('junior-practice')
    const question = questions[0]?.id ?? ''
    await other.send('PUT', `/notes/${question}`, { text: '别人的笔记' })
    const mine = await (await ana.request.get('/api/v1/attempts')).json()
    const answered = await (await ana.request.get(`/api/v1/attempts/${mine.items[0].id}`)).json()
    const headers = { origin: server.url('') }
    const noted = answered.questions[0].id
    await ana.request.put(`/api/v1/notes/${noted}`, { data: { text: '金丝雀笔记' }, headers })
    const reply = await ana.request.get('/api/v1/me/export')
    expect(reply.status()).toBe(200)
    const files = await unzip(await reply.body())
    const all = Object.values(files).join('\n')
    for (const text of [email, nickname, '金丝雀笔记', mine.items[0].id]) expect(all).toContain(text)
    for (const one of answered.questions) expect(all).toContain(one.id)
    for (const text of ['别人的笔记', id, 'argon2']) expect(all).not.toContain(text)
  })

  await test.step('deletion leaves nothing', async () => {
    expect(onDisk()).toContain(bytesOf(email))
    await ana.goto('/settings')
    await ana.getByRole('button', { name: '删除', exact: true }).click()
    await ana.getByLabel('密码', { exact: true }).last().fill(second)
    await ana.getByRole('button', { name: '7天后删除' }).click()
    await expect(ana.getByText(/这个账号会在/).first()).toBeVisible()
    // Seven days later: the clock of the database is set, and a server that starts does what is due.
    await server.end('SIGTERM')
    const file = new Driver(server.file)
    file.prepare('update users set erase_at = 1 where erase_at is not null').run()
    file.close()
    await server.start()
    await expect.poll(() => onDisk().includes(bytesOf(email)), { timeout: 20_000 }).toBe(false)
    for (const text of [email, nickname, '金丝雀笔记']) expect(onDisk().includes(bytesOf(text)), text).toBe(false)
    // The first request may still go out on a connection that the old process held.
    await expect.poll(() => statusFor(ana).catch(() => 'no reply')).toBe(401)
    const left = new Driver(server.file, { readonly: true })
    expect(left.prepare('select count(*) as n from answers where user_id is null').get()).toEqual({ n: 8 })
    left.close()
  })
})
