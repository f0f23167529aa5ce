import type { Page } from '@playwright/test'
import { knownSet } from './bank'
import { expect, test } from './fixtures'
import { Player } from './player'

/** What must hold of the policy of every page, whichever kind it is. */
function scriptSources(policy: string): string[] {
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
  expect(Object.fromEntries(directives)).toMatchObject({
    'default-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
  const sources = directives.get('script-src') ?? []
  expect(sources).not.toContain("'unsafe-inline'")
  expect(sources).not.toContain("'unsafe-eval'")
  expect(sources.filter((source) => /^(https?:|\*|data:|blob:)/.test(source))).toEqual([])
  return sources
}

async function goWithPolicy(page: Page, path: string) {
  const reply = await page.goto(path)
  const headers = reply?.headers() ?? {}
  expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(headers, path).not.toHaveProperty('x-powered-by')
  return scriptSources(headers['content-security-policy'] ?? '')
}

const isHash = (source: string) => /^'sha256-[\w+/]{43}='$/.test(source)
const nonceIn = (sources: string[]) => sources.find((source) => /^'nonce-[\w+/]{22}=='$/.test(source))

/** React hangs its keys on what it has hydrated. */
const isHydrated = () => {
  const button = document.querySelector('main button, main a, main label')
  return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))
}

test('static pages name the hashes of their own inline scripts, and those run', async ({ page }) => {
  for (const path of [
    '/',
    '/practice',
    '/practice/law-policy',
    '/practice/law-policy/daily',
    '/practice/law-policy/archive',
    '/en',
  ]) {
    const [self, ...hashes] = await goWithPolicy(page, path)
    expect(self, path).toBe("'self'")
    expect(hashes.length, path).toBeGreaterThan(1)
    expect(
      hashes.filter((source) => !isHash(source)),
      path,
    ).toEqual([])
    expect(await page.evaluate(() => document.documentElement.dataset.level), `${path}: the script in the head`).toBe(
      'none',
    )
    await expect.poll(() => page.evaluate(isHydrated), path).toBe(true)
  }
})

test('what is not there has a policy too, in words one can read', async ({ page, faults }) => {
  faults.allow(/404 \(Not Found\)/)
  for (const path of [
    '/nowhere',
    '/en/nowhere',
    '/practice/astrology/daily',
    '/practice/law-policy/results/nonsense',
  ]) {
    const sources = await goWithPolicy(page, path)
    expect(sources.slice(1).every((source) => isHash(source)) || nonceIn(sources) !== undefined, path).toBe(true)
    await expect(
      page
        .getByRole('heading', { name: '没有这一页' })
        .or(page.getByRole('heading', { name: 'No such page' }))
        .first(),
      path,
    ).toBeVisible()
    await expect(
      page
        .getByRole('link', { name: '今天的题' })
        .or(page.getByRole('link', { name: 'Today' }))
        .first(),
      path,
    ).toBeVisible()
  }
})

test('the result page bears a nonce, another one each time, and its scripts run', async ({ page }) => {
  const { questions } = await knownSet(page.request, 'law-policy')
  const player = new Player(page, 'law-policy')
  await player.open()
  await player.finish(questions.map(() => 'give-up' as const))
  const seen = new Set<string>()
  for (const path of [page.url(), page.url(), page.url().replace('/practice/', '/en/practice/')]) {
    const sources = await goWithPolicy(page, path)
    const nonce = nonceIn(sources)
    // The script in the head is the same on every page, and bears no nonce.
    expect(sources).toEqual(["'self'", nonce, expect.stringMatching(/^'sha256-/)])
    seen.add(nonce ?? '')
    expect(await page.evaluate(() => document.documentElement.dataset.level)).toBe('none')
    await page.locator('summary').first().click()
    await expect(page.getByRole('region', { name: /判分与解析|Marks and explanation/ })).toBeVisible()
  }
  expect(seen.size).toBe(3)
})

test('a script that was slipped into a page does not run', async ({ page, faults }) => {
  faults.allow(/policy violation|Content Security Policy/)
  await page.goto('/practice/law-policy')
  const ran = await page.evaluate(async () => {
    const { promise, settle } = (() => {
      let settle = (_: string) => {}
      const promise = new Promise<string>((resolve) => {
        settle = resolve
      })
      return { promise, settle }
    })()
    addEventListener('securitypolicyviolation', (event) => settle(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.slipped = "yes"'
    document.body.append(script)
    return [await promise, document.documentElement.dataset.slipped]
  })
  expect(ran).toEqual(['script-src-elem', undefined])
})

test('an idle connection is kept longer than proxies keep it, so that they close it first', async ({ request }) => {
  expect((await request.get('/healthz')).headers()['keep-alive']).toBe('timeout=75')
})
