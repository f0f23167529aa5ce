import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db/client'
import { seedExam } from '@/domain/banks/commands'
import { noteFailed, noteSent, queueMail, takeDue } from '@/domain/deliveries/commands'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, member } from '../support/world'

const start = Date.parse('2030-05-17T16:00:00Z')
const after = (seconds: number) => new Date(start + seconds * 1000)
const count = 120

beforeAll(async () => {
  clockAt(after(500).toISOString())
  await seedExam(teaFiles(), new Date('2030-01-15T02:00:00Z'))
  await write(async (tx) => {
    for (let n = 0; n < count; n++)
      await queueMail(tx, { purpose: 'reset', to: `p${n}@mail.example`, subject: `S${n}`, text: `T${n}` }, after(n))
  })
  const taken = await takeDue('mail', 40, after(200))
  await noteSent(taken.slice(0, 38), after(201))
  for (const one of taken.slice(38, 39)) await noteFailed(one, 'EENVELOPE 550 RCPT TO', null, after(202))
  for (const one of taken.slice(39)) await noteFailed(one, 'ECONNREFUSED', 0, after(203))
})

type Page = {
  items: { state: string; fault: string | null; tries: number; dueAt: string | null }[]
  nextCursor: string | null
}

test('an admin sees every line once, the latest first, and nobody whom it went to', async () => {
  const browser = await member({ role: 'admin' })
  const lines: Page['items'] = []
  for (let cursor = ''; ; ) {
    const { status, body, text } = await browser.get<Page>(`/deliveries${cursor && `?cursor=${cursor}`}`)
    expect(status).toBe(200)
    expect(text).not.toMatch(/mail\.example|"[ST]\d/)
    lines.push(...body.items)
    if (!body.nextCursor) break
    cursor = body.nextCursor
  }
  expect(lines).toHaveLength(count)
  const states = lines.map((one) => one.state)
  expect(['sent', 'given-up', 'due'].map((state) => states.filter((one) => one === state).length)).toEqual([38, 1, 81])
})

test('by what became of it', async () => {
  const browser = await member({ role: 'admin' })
  expect((await browser.get<Page>('/deliveries?state=given-up&channel=mail')).body.items).toMatchObject([
    { purpose: 'reset', channel: 'mail', tries: 1, fault: 'EENVELOPE 550 RCPT TO', dueAt: null },
  ])
  expect((await browser.get<Page>('/deliveries?state=sent&channel=sms')).body.items).toEqual([])
  const { items } = (await browser.get<Page>('/deliveries?state=due&channel=')).body
  expect(items).toHaveLength(50)
  expect((await browser.get('/deliveries?state=lost')).status).toBe(422)
})

test('nobody else does', async () => {
  expect((await new Browser().get('/deliveries')).status).toBe(401)
  expect((await (await member()).get('/deliveries')).status).toBe(403)
  expect((await (await member({ role: 'editor' })).get('/deliveries')).status).toBe(403)
})
