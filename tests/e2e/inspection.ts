import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, worded so that the report names rule and place. */
async function violations(page: Page) {
  const { violations: found, passes } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(tags)
    .analyze()
  const checked = passes.some((rule) => rule.id === 'target-size') || found.some((rule) => rule.id === 'target-size')
  expect(checked, 'the sizes of targets are among what is checked').toBe(true)
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}\n${node.failureSummary}`),
  )
}

/** In both themes without a finding. */
export async function expectAccessible(page: Page, state: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([])
  }
}

/** What sticks out, if the page has to be scrolled sideways. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth
  return [...document.body.querySelectorAll('*')]
    .filter(sticksOut)
    .map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)} (${element.className})`)
}

/** At 320 px, and with text of twice the size on a phone, nothing has to be scrolled sideways. */
export async function expectReflow(page: Page, state: string) {
  const before = page.viewportSize() ?? { width: 360, height: 740 }
  await page.setViewportSize({ width: 320, height: before.height })
  expect(await page.evaluate(sideways), `${state} at 320 px`).toEqual([])
  await page.setViewportSize(before)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'))
  expect(await page.evaluate(sideways), `${state} with text at 200 %`).toEqual([])
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

export async function inspect(page: Page, state: string) {
  await expectAccessible(page, state)
  await expectReflow(page, state)
}
