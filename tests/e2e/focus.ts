import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** What can be seen of the focus, by the laws of WCAG 2.2: it is outlined, and nothing lies over it. */
function lookAtFocus() {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  // A box of the answer card is an unseen input in a row that bears its outline.
  const shown = (focused.matches('.sr-only') && focused.closest('label')) || focused
  // What a field is called stands beside it.
  const labels = 'labels' in focused ? [...((focused as HTMLInputElement).labels ?? [])] : []
  const label = labels.map((one) => one.textContent).join('')
  const style = getComputedStyle(shown)
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const points: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 4, top + 4],
    [right - 4, bottom - 4],
  ]
  const belongs = (element: Element | null) =>
    element !== null && (shown.contains(element) || element.contains(shown) || element.closest('label') === shown)
  return {
    name: `${focused.tagName.toLowerCase()} “${(shown.getAttribute('aria-label') ?? (label || shown.textContent) ?? '').trim().slice(0, 40)}”`,
    outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    uncovered: points.every(([x, y]) => belongs(document.elementFromPoint(x, y))),
    place: `${Math.round(left)},${Math.round(top)} ${Math.round(right - left)}×${Math.round(bottom - top)}`,
  }
}

/** Whoever uses keys alone sees where they are. */
export async function expectFocusSeen(page: Page) {
  const focus = await page.evaluate(lookAtFocus)
  expect(focus, 'something has the focus').not.toBeNull()
  expect(focus, `focus on ${focus?.name} at ${focus?.place}`).toMatchObject({ outlined: true, uncovered: true })
  return focus?.name ?? ''
}

/** Presses Tab from the beginning to the end of the page. @returns what was passed, in order. */
export async function walkByTab(page: Page, most = 120): Promise<string[]> {
  const passed: string[] = []
  await page.evaluate(() => {
    // Where Tab goes on from is the last thing that had the focus: here that is the page itself.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement === document.body || !document.hasFocus())) return passed
    passed.push(await expectFocusSeen(page))
  }
  throw new Error(`no end after ${most} stops: a trap, or a very long page`)
}

/** Tab, or Shift+Tab, until what has the focus is called so; the focus is seen at every stop. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = []
  while (passed.length < 90) {
    await page.keyboard.press(key)
    const stop = await expectFocusSeen(page)
    if (name.test(stop)) return
    passed.push(stop)
  }
  throw new Error(`${key} never came to ${name}, but to\n${passed.join('\n')}`)
}
