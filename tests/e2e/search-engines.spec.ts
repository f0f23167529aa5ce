import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from './fixtures'

// Read as a simple reader would: no script runs.
test.use({ javaScriptEnabled: false })

async function sitemap(request: APIRequestContext) {
  const reply = await request.get('/sitemap.xml')
  expect(reply.headers()['content-type']).toContain('xml')
  const entries = (await reply.text()).split('<url>').slice(1)
  return entries.map((entry) => ({
    url: entry.match(/<loc>(.*?)<\/loc>/)?.[1] ?? '',
    languages: Object.fromEntries([...entry.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map((one) => [one[1], one[2]])),
  }))
}

/** What a page says of itself in its head. */
const lookAtHead = (page: Page) =>
  page.evaluate(() => {
    const content = (name: string) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[hreflang]')]
    return {
      lang: document.documentElement.lang,
      title: document.title,
      description: content('description'),
      robots: content('robots'),
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
      languages: Object.fromEntries(links.map((link) => [link.hreflang, link.href])),
    }
  })

test('every page of the sitemap says what it is, where it belongs, and where it is in the other language', async ({
  page,
  request,
}) => {
  const entries = await sitemap(request)
  expect(entries).toHaveLength((3 + 6 * 3) * 2)
  const titles = new Map<string, string>()
  for (const { url, languages } of entries) {
    const { origin, pathname } = new URL(url)
    const chinese = pathname.replace(/^\/en(?=\/|$)/, '') || '/'
    const english = chinese === '/' ? '/en' : `/en${chinese}`
    const at = (path: string) => new URL(path, origin).href
    const expected = { 'zh-CN': at(chinese), en: at(english), 'x-default': at(chinese) }
    expect((await page.goto(pathname))?.status(), pathname).toBe(200)
    const head = await lookAtHead(page)
    expect(head, pathname).toMatchObject({
      lang: pathname === chinese ? 'zh-CN' : 'en',
      canonical: at(pathname),
      robots: '',
      languages: expected,
    })
    expect(languages, pathname).toEqual(expected)
    expect(head.description.length, pathname).toBeGreaterThan(20)
    expect(titles.get(head.title), `another page with the title “${head.title}” of ${pathname}`).toBeUndefined()
    titles.set(head.title, pathname)
  }
})

test('robots may read the pages, not the API or what is one’s own', async ({ request }) => {
  const text = await (await request.get('/robots.txt')).text()
  expect(text).toContain('Disallow: /api/')
  expect(text).toContain('Disallow: /practice/*/results/')
  expect(text).toMatch(/Sitemap: http.*\/sitemap\.xml/)
  expect(text).not.toMatch(/Disallow: \/$/m)
})

test('what is not there is not indexed', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  expect((await page.goto('/nowhere'))?.status()).toBe(404)
  expect((await lookAtHead(page)).robots).toContain('noindex')
})

test('without scripts the pages still say what they are, and lead on', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page
    .getByRole('link', { name: /综合能力.*8题/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('综合能力')
  await page.goto('/practice/law-policy')
  await expect(page.getByRole('table')).toContainText('多选题')
})
