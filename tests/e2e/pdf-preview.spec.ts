import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { expectAccessible, inspect } from './inspection'

const skillsPath = '/resources/junior-exam-skills'
const file = /\/api\/v1\/resources\/junior-exam-skills\/file/

const canvases = (page: Page) => page.locator('figure canvas')
const pageNamed = (page: Page, number: number) =>
  page.getByRole('img', { name: new RegExp(`^第${number}页，共\\d+页$`) })

/** How much of a page is ink, in parts of it. */
const inkOf = (page: Page, number: number) =>
  pageNamed(page, number)
    .locator('canvas')
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++
      return dark / (data.length / 4)
    })

test('the pages of a file are drawn as they come near, by parts of the file, and let go of', async ({ page }) => {
  const asked: { url: string; range: string | undefined }[] = []
  const scripts: string[] = []
  page.on('request', (request) => {
    if (file.test(request.url())) asked.push({ url: request.url(), range: request.headers().range })
    if (/\/pdf.*\.m?js|_next\/static\/media/.test(request.url())) scripts.push(request.url())
  })
  await page.goto(skillsPath)
  const button = page.getByRole('button', { name: '预览' })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect({ asked, scripts }, 'the reader and the file wait until they are wanted').toEqual({ asked: [], scripts: [] })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(pageNamed(page, 1).locator('canvas')).toBeVisible({ timeout: 30_000 })
  expect(await inkOf(page, 1)).toBeGreaterThan(0.002)
  expect(
    asked.every(({ url }) => url.endsWith('?for=preview')),
    'looking is no download',
  ).toBe(true)
  expect(
    scripts.some((url) => url.includes('pdf.worker')),
    'the worker is of our own',
  ).toBe(true)

  const last = page
    .getByRole('img')
    .filter({ has: page.locator(':scope') })
    .last()
  const count = await page.locator('figure').count()
  expect(count).toBeGreaterThan(3)
  expect(await canvases(page).count(), 'not all at once').toBeLessThan(count)
  await last.scrollIntoViewIfNeeded()
  await expect(pageNamed(page, count).locator('canvas')).toBeVisible()
  expect(await inkOf(page, count)).toBeGreaterThan(0.002)
  await expect(pageNamed(page, 1).locator('canvas'), 'what is far is let go of').toHaveCount(0)

  await page.getByRole('button', { name: '收起预览' }).tap()
  await expect(page.locator('figure')).toHaveCount(0)
})
