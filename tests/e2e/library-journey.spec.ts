import { createHash } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { addDays } from '@/domain/exams/day'
import { dayIn, instantOf } from '@/domain/exams/zone'
import { Mailbox, type Received } from '../support/smtp'
import { expect, test } from './fixtures'
import { OwnServer } from './own-server'
import { adminPassword, studioAdmin } from './studio-staff'

const skills = '2027年初级社会工作者应试技巧'
const resource = '/resources/junior-exam-skills'
const file = `/api/v1${resource}/file`

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

// Reminders leave by day, and this server takes it for ten in the morning of the next 17 May in Shanghai, whatever the hour of
// the test is. Its clock is ahead and never behind, so that no browser takes its cookies for expired.
const zone = 'Asia/Shanghai'
const thisYear = Number(dayIn(zone, new Date()).slice(0, 4))
const mornings = [thisYear, thisYear + 1].map((year) => instantOf(zone, `${year}-05-17T10:00`))
const morning = mornings.find((one) => one.getTime() > Date.now()) ?? new Date(0)
const aheadMs = morning.getTime() - Date.now()
const printing = dayIn(zone, morning)

const mailbox = new Mailbox()
let own: OwnServer

// Both have one server: the second goes on where the first has left it.
test.describe.configure({ mode: 'default', timeout: 450_000 })

test.beforeAll(async () => {
  own = await OwnServer.seeded({
    SMTP_URL: await mailbox.open(),
    CLOCK_AHEAD_MS: String(aheadMs),
    NODE_OPTIONS: '--import ./tests/e2e/shifted-clock.mjs',
  })
  await own.start()
})
test.afterAll(async () => {
  await own.clear()
  await mailbox.close()
})

const fetched = (headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(own.url(file), { headers: { 'user-agent': 'a phone on a train', ...headers }, agent: false }, resolve).on(
      'error',
      reject,
    )
  })

async function readAll(reply: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of reply) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Begins a download, and breaks the connection off when some of it is there. */
async function begun() {
  const reply = await fetched()
  const chunks: Buffer[] = []
  for await (const chunk of reply) if (chunks.push(chunk) && Buffer.concat(chunks).length >= 20_000) break
  reply.socket.destroy()
  const whole = Number(reply.headers['content-length'])
  const part = Buffer.concat(chunks)
  expect(part.length, 'it was broken off').toBeLessThan(whole)
  return { part, whole, etag: reply.headers.etag ?? '', name: reply.headers['content-disposition'] ?? '' }
}

const resumed = ({ part, etag }: { part: Buffer; etag: string }) =>
  fetched({ range: `bytes=${part.length}-`, 'if-range': etag })

/** The same files with another edition of the exam skills, of a later day, and another typeset file. */
function laterEdition(): { folder: string; pdf: Buffer } {
  const folder = join(own.folder, 'later', 'exams')
  cpSync('content/exams', folder, { recursive: true })
  const tips = join(folder, 'social-work', 'tips')
  const yaml = join(tips, 'junior-exam-skills.yaml')
  const before = readFileSync(yaml, 'utf8')
  const text = before
    .replace(/^edition: .*$/m, 'edition: "2026-12-24"')
    .replace(/^changes: .*$/m, 'changes: 改了时间表。')
  expect(text).not.toBe(before)
  writeFileSync(yaml, text)
  const pdf = readFileSync(join(tips, 'pdf', 'twelve-week-plan.pdf'))
  writeFileSync(join(tips, 'pdf', 'junior-exam-skills.pdf'), pdf)
  return { folder, pdf }
}

test('two taps download the exam skills; a broken download is resumed, and counted once; a new edition comes whole', async ({
  page,
}) => {
  await page.goto(own.url('/'))
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '资料' }).tap()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('link', { name: `下载 ${skills}` }).tap(),
  ])
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${skills}（\\d{4}-\\d\\d-\\d\\d版）\\.pdf$`))
  const bytes = readFileSync(await download.path())
  await page.getByRole('link', { name: skills, exact: true }).tap()
  await expect(page.getByRole('main')).toContainText(sha256(bytes))

  const downloads = async () => (await (await fetch(own.url(`/api/v1${resource}`))).json()).downloads
  expect(await downloads()).toBe(1)
  const broken = await begun()
  expect(broken.whole).toBe(bytes.length)
  expect(decodeURIComponent(broken.name), 'the name in Chinese').toContain(`${skills}（`)
  const rest = await resumed(broken)
  expect([rest.statusCode, rest.headers['content-range']]).toEqual([
    206,
    `bytes ${broken.part.length}-${bytes.length - 1}/${bytes.length}`,
  ])
  expect(sha256(Buffer.concat([broken.part, await readAll(rest)]))).toBe(sha256(bytes))
  expect(await downloads(), 'another person, and once').toBe(2)

  const again = await begun()
  const { folder, pdf } = laterEdition()
  own.yilian(['seed', folder])
  const replaced = await resumed(again)
  expect([replaced.statusCode, replaced.headers['content-range']]).toEqual([200, undefined])
  expect(sha256(await readAll(replaced))).toBe(sha256(pdf))
  expect(await downloads(), 'the same person on the same day').toBe(2)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('改了时间表。')
  await expect(page.getByRole('main')).toContainText(sha256(pdf))
})

const linkIn = ({ text }: Received) => text.split('\n').find((line) => line.startsWith(own.url(''))) ?? ''
const headerIn = ({ raw }: Received, name: string) =>
  new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replaceAll(/\s+/g, '') ?? ''
const notice = '江苏考区准考证打印通知'
const remindersTo = (address: string) =>
  mailbox.mails.filter((mail) => mail.to === address && mail.subject.startsWith('打印准考证'))

test("who asks for Jiangsu's ticket printing has one mail when an editor publishes it, and none after one click", async ({
  page,
  browser,
}) => {
  const subscribe = async (address: string) => {
    await page.goto(own.url('/reminders'))
    await page.getByLabel('报考省份').selectOption({ label: '江苏' })
    for (const name of ['报名开始', '报名截止', '考试', '成绩查询'])
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).uncheck()
    await expect(page.getByRole('checkbox', { name: /^打印准考证/ })).toBeChecked()
    await page.getByLabel('邮箱').fill(address)
    await page.getByRole('button', { name: '订阅提醒' }).tap()
    await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible()
    await page.goto(linkIn(await mailbox.to(address)))
    await page.getByRole('button', { name: '确认提醒' }).tap()
    await expect(page.getByText('提醒已经开始')).toBeVisible()
  }
  await subscribe('ming@example.com')

  const email = 'dates@example.com'
  own.yilian(['admin', 'create', '--email', email], `${adminPassword}\n`)
  const desk = await studioAdmin(browser, email, { at: own.url(''), aheadMs })
  await desk.goto(`/studio/calendar?region=jiangsu&year=${printing.slice(0, 4)}`)
  const tickets = desk.locator('details', { has: desk.getByRole('heading', { name: '打印准考证' }) })
  await tickets.locator('summary').click()
  await expect(tickets.getByRole('group')).toBeEnabled()
  const publish = async (note: string) => {
    await tickets.getByLabel('备注').fill(note)
    await tickets.getByRole('button', { name: '保存' }).click()
    await expect(tickets.getByRole('status')).toHaveText('已保存。')
    await expect(tickets.locator('summary')).toContainText('已公布')
  }
  await tickets.getByLabel('状态').selectOption({ label: '已公布' })
  await tickets.getByLabel('开始').fill(printing)
  await tickets.getByLabel('来源：标题').fill(notice)
  await publish('带身份证。')
  const mail = await mailbox.to('ming@example.com', 2)
  expect(mail.subject).toContain('打印准考证（江苏）')
  expect(mail.text).toContain(notice)
  expect(mail.messageId).toMatch(/^<[\da-f-]{36}@localhost>$/)
  expect(headerIn(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const stop = headerIn(mail, 'list-unsubscribe').slice(1, -1)
  expect(stop).toContain(own.url('/api/v1/reminders/stop?token='))

  // Whoever comes late shows that reminders went out again: what went to her went to nobody else.
  const publishedAnew = async (late: string) => {
    await subscribe(late)
    await publish(`带身份证，${late}`)
    await mailbox.to(late, 2)
    expect(remindersTo(late)).toHaveLength(1)
  }
  await publishedAnew('fang@example.com')
  expect(remindersTo('ming@example.com'), 'the same date is told once').toHaveLength(1)

  const stopped = await page.request.post(stop, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: 'List-Unsubscribe=One-Click',
  })
  expect(stopped.status()).toBe(204)
  await page.goto(linkIn({ ...mail, text: mail.text.slice(mail.text.lastIndexOf(own.url('/reminders/stop'))) }))
  await expect(page.getByRole('status').filter({ hasText: '已经停止' })).toBeVisible()
  // Another day is another occasion, and told to those who still want it.
  await tickets.getByLabel('开始').fill(addDays(printing, -1))
  await publish('提前了一天')
  await mailbox.to('fang@example.com', 3)
  expect(remindersTo('fang@example.com')).toHaveLength(2)
  expect(remindersTo('ming@example.com'), 'stopped').toHaveLength(1)
  expect(new Set(mailbox.mails.map((one) => one.messageId)).size, 'no mail came twice').toBe(mailbox.mails.length)
})
