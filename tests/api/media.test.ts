import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import type { QuestionContent } from '@/domain/questions/input'
import { Practice } from '../support/practice'
import { teaFiles } from '../support/tea-exam'
import { Browser, clockAt, guest, member } from '../support/world'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const picture = (bytes: Uint8Array, name = 'tea.png') => new File([new Uint8Array(bytes)], name)

type Uploaded = { hash: string; markdown: string; code: string }

describe('pictures', () => {
  test('an editor uploads one, and everybody whose text shows it may see it', async () => {
    const editor = await member({ role: 'editor' })
    const reply = await editor.form<Uploaded>('/media', { file: picture(png, 'x.html'), alt: '茶园]' })
    expect(reply.status).toBe(201)
    const hash = hashOf(png)
    expect(reply.body).toMatchObject({ hash, mime: 'image/png', markdown: `![茶园 ](media:${hash})` })
    const shown = await new Browser().get(`/media/${hash}`)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(png.length),
    })
    const again = await new Browser().send('GET', `/media/${hash}`, { headers: { 'if-none-match': `"${hash}"` } })
    expect(again.status).toBe(304)
    expect((await editor.form('/media', { file: picture(png) })).status).toBe(201)
  })

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 422],
    ['HTML that is called a picture', Buffer.from('<html>'), 422],
    ['nothing', Buffer.alloc(0), 422],
    ['six megabytes', Buffer.concat([png, Buffer.alloc(6 * 1024 * 1024)]), 413],
  ])('%s is none', async (_, bytes, status) => {
    const editor = await member({ role: 'editor' })
    expect((await editor.form('/media', { file: picture(bytes, 'a.png') })).status).toBe(status)
    expect((await editor.get(`/media/${hashOf(bytes)}`)).status).toBe(404)
  })

  test('a form without a file, or with a text in its place, is refused', async () => {
    const editor = await member({ role: 'editor' })
    expect((await editor.form('/media', { alt: 'x' })).status).toBe(422)
    expect((await editor.form('/media', { file: 'x' })).status).toBe(422)
    expect((await editor.post('/media', {})).status).toBe(415)
  })

  test('only staff upload', async () => {
    for (const browser of [await member(), await guest(), new Browser()])
      expect([401, 403]).toContain((await browser.form('/media', { file: picture(png) })).status)
  })

  test.each(['/media/none', `/media/${'0'.repeat(64)}`, '/media/..%2F..%2Fsecret'])('%s is not there', async (path) => {
    expect((await new Browser().get(path)).status).toBe(404)
  })
})

describe('a picture of what is told after the answer', () => {
  const secret = hashOf(Buffer.from('after'))
  const open = hashOf(Buffer.from('before'))
  const noon = '2030-01-15T17:00:00Z'
  const told = `![why](media:${secret})`

  const withPictures = (content: QuestionContent): QuestionContent => ({
    ...content,
    stem: `${content.stem} ![what](media:${open})`,
    explanation: told,
    ...('options' in content && { options: content.options.map((one) => ({ ...one, explanation: told })) }),
    ...(content.type === 'essay' && { modelAnswer: told }),
  })

  beforeAll(async () => {
    clockAt(noon)
    const files = teaFiles()
    const questions = files.questions.map((one) => ({ ...one, content: withPictures(one.content) }))
    await seedExam({ ...files, questions }, new Date(noon))
  })

  test('is named by nothing before it', async () => {
    const practice = await Practice.begin('green-tea')
    expect(JSON.stringify(practice.state)).toContain(open)
    for (const path of [practice.path, '/daily/green-tea', '/favourites', '/mistakes', '/attempts', '/exams']) {
      const { text, headers } = await practice.browser.get(path)
      expect(text + JSON.stringify([...headers]), path).not.toContain(secret)
    }
    expect(JSON.stringify(practice.state)).not.toContain(secret)
    const reply = await practice.put(practice.question('single'), { choices: ['A'] })
    expect(reply.text).toContain(`/api/v1/media/${secret}`)
  })
})
