import type { Page } from '@playwright/test'
import { expect, holdBack, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'

const skillsPath = '/resources/junior-exam-skills'
const filePath = '/api/v1/resources/junior-exam-skills/file?for=preview'

const pageNamed = (page: Page, number: number) =>
  page.getByRole('img', { name: new RegExp(`^第${number}页，共\\d+页$`) })
const drawn = (page: Page, number: number) => pageNamed(page, number).locator('canvas')

/** How much of a page is ink, in parts of it. */
const inkOf = (page: Page, number: number) =>
  drawn(page, number).evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++
    return dark / (data.length / 4)
  })
/** A page with a line or two has more. */
const someInk = 0.0005

async function openPreview(page: Page) {
  await page.goto(skillsPath)
  await page.getByRole('button', { name: '预览' }).tap()
}

test('the pages of a file are drawn as they come near, by parts of the file, and let go of', async ({ page }) => {
  const asked: { url: string; range: string | undefined }[] = []
  const fetched: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/file')) asked.push({ url: request.url(), range: request.headers().range })
    else fetched.push(request.url())
  })
  await page.goto(skillsPath)
  const button = page.getByRole('button', { name: '预览' })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.waitForLoadState('networkidle')
  expect(asked, 'the file waits until it is wanted').toEqual([])
  const before = new Set(fetched)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(drawn(page, 1)).toBeVisible({ timeout: 30_000 })
  expect(await inkOf(page, 1)).toBeGreaterThan(someInk)
  const reader = fetched.filter((url) => !before.has(url))
  expect(
    reader.some((url) => /\/_next\/static\/media\/pdf\.worker/.test(url)),
    'the reader comes with the press',
  ).toBe(true)
  expect([...before].some((url) => url.includes('pdf.worker'))).toBe(false)

  const count = await page.locator('figure').count()
  expect(count).toBeGreaterThan(3)
  expect(await page.locator('figure canvas').count(), 'not all at once').toBeLessThan(count)
  await page.locator('figure').last().scrollIntoViewIfNeeded()
  await expect(drawn(page, count)).toBeVisible()
  expect(await inkOf(page, count)).toBeGreaterThan(someInk)
  await expect(drawn(page, 1), 'what is far is let go of').toHaveCount(0)
  expect(
    asked.every(({ url }) => url.endsWith('?for=preview')),
    'looking is no download',
  ).toBe(true)
  expect(
    asked.slice(1).every(({ range }) => /^bytes=\d+-\d+$/.test(range ?? '')),
    'in parts',
  ).toBe(true)

  await page.getByRole('button', { name: '收起预览' }).tap()
  await expect(page.locator('figure')).toHaveCount(0)
})

test('the frame is scrolled by keys, and pages are drawn larger when they are wanted so', async ({ page }) => {
  await openPreview(page)
  await expect(drawn(page, 1)).toBeVisible({ timeout: 30_000 })
  const frame = page.getByRole('region', { name: /^预览：/ })
  await frame.focus()
  await page.keyboard.press('End')
  await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(500)
  await page.keyboard.press('Home')
  const widthOf = () => drawn(page, 1).evaluate((element) => (element as HTMLCanvasElement).width)
  const width = await widthOf()
  await page.getByRole('button', { name: '放大' }).tap()
  await expect.poll(widthOf).toBeGreaterThan(width * 1.4)
  await expect(page.getByRole('button', { name: '缩小' })).toBeEnabled()
})

test('with the pages open everything is accessible, narrow and wide', async ({ page }) => {
  await openPreview(page)
  await expect(drawn(page, 1)).toBeVisible({ timeout: 30_000 })
  await inspect(page, 'the preview')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectAccessible(page, 'the preview, wide')
})

test('what cannot be shown says so, and how else to have it', async ({ page, faults }) => {
  faults.allow(/Failed to load resource|ERR_FAILED/)
  await page.route(`**${filePath}`, (route) => route.fulfill({ contentType: 'application/pdf', body: 'no PDF at all' }))
  await openPreview(page)
  const alert = page.getByRole('alert').filter({ hasText: '不能在网页里预览' })
  await expect(alert).toBeVisible({ timeout: 30_000 })
  await expect(alert.getByRole('link', { name: /^下载/ })).toHaveAttribute('href', filePath.replace('?for=preview', ''))
  await expectAccessible(page, 'a file that cannot be shown')

  await page.unroute(`**${filePath}`)
  await page.route(`**${filePath}`, (route) => route.abort())
  await openPreview(page)
  await expect(page.getByText('没有取到文件')).toBeVisible({ timeout: 30_000 })
  await page.unroute(`**${filePath}`)
  await page.getByRole('button', { name: '再试一次' }).tap()
  await expect(drawn(page, 1)).toBeVisible({ timeout: 30_000 })
})

test('who leaves while it opens leaves nothing behind', async ({ page }) => {
  await page.goto(skillsPath)
  const release = await holdBack(page, `**${filePath}`)
  const gone = page.waitForEvent('requestfailed', (request) => request.url().endsWith(filePath))
  await page.getByRole('button', { name: '预览' }).tap()
  await page.waitForRequest((request) => request.url().endsWith(filePath))
  await page
    .getByRole('link', { name: /应试技巧$/ })
    .first()
    .tap()
  await expect(page).toHaveURL(/\/resources\?level=junior/)
  await gone
  release()
  await expect(page.getByRole('heading', { level: 1, name: '资料' })).toBeVisible()
})

/** A page that says 社会工作 in a font that is not in the file, as older Chinese programs write it. */
function withoutItsFont(): Buffer {
  const text = 'BT /F1 48 Tf 40 100 Td <C9E7BBE1B9A4D7F7> Tj ET'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  ]
  const starts: number[] = []
  let file = '%PDF-1.4\n'
  for (const [index, object] of objects.entries()) {
    starts.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const rows = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(file + table + end)
}

test('Chinese in a font that is not in the file is drawn by tables of our own', async ({ page }) => {
  const tables: number[] = []
  page.on('response', (response) => {
    if (/\/_next\/static\/pdf\/[\d.]+\/cmaps\/GBK-EUC-H\.bcmap$/.test(response.url())) tables.push(response.status())
  })
  await page.route(`**${filePath}`, (route) =>
    route.fulfill({ contentType: 'application/pdf', body: withoutItsFont() }),
  )
  await openPreview(page)
  await expect(drawn(page, 1)).toBeVisible({ timeout: 30_000 })
  expect(tables).toEqual([200])
  expect(await inkOf(page, 1)).toBeGreaterThan(0.02)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('there is the file alone', async ({ page }) => {
    await page.goto(skillsPath)
    await expect(page.getByRole('link', { name: /^下载/ }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: '预览' })).toBeHidden()
  })
})
