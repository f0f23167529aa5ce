import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'

const ours = ['localhost', 'phone.test']

/** What went wrong in a browser without anybody looking: errors on the console, policy violations, foreign requests. */
class Faults {
  private readonly seen: string[] = []
  private readonly allowed: RegExp[] = []

  /** An error that the test provokes, such as that of a lost connection. */
  allow = (pattern: RegExp) => this.allowed.push(pattern)

  unexpected = () => this.seen.filter((fault) => !this.allowed.some((pattern) => pattern.test(fault)))

  async watch(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(wordsOf(message))
    })
    context.on('weberror', (error) => this.seen.push(`uncaught: ${error.error().stack ?? error.error().message}`))
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http') && !ours.includes(url.hostname)) this.seen.push(`foreign request: ${url}`)
    })
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
      })
    })
  }
}

const wordsOf = (message: ConsoleMessage) => `${message.text()} (${message.location().url})`

/** Every test fails on an error that nobody expected. */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context }, use) => {
      const faults = new Faults()
      await faults.watch(context)
      await use(faults)
      expect(faults.unexpected(), 'errors that nobody expected').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Chromium's remark on plain http that a header works on https alone. */
export const untrusted = /Cross-Origin-Opener-Policy header has been ignored/

/** Keeps requests on their way until they are let go. @returns what lets them go. */
export async function holdBack(where: BrowserContext | Page, url: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await where.route(url, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** A day as the pages word it: 11月23日. */
export const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
