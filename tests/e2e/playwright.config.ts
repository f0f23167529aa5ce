import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3310)
export const server = `http://localhost:${port}`
const mailboxPort = port + 1000
/** Where the mails that the server sent can be read (tests/e2e/mailbox.mjs). */
export const mailbox = `http://127.0.0.1:${mailboxPort}/`
/** The same server under a name that is not localhost, as a phone meets it: plain http, and so no secure context. */
export const phoneServer = `http://phone.test:${port}`

/** A dozen journeys through the production build, in Debian's Chromium, on a phone unless a test says otherwise. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 150_000,
  reporter: [['list'], ['json']],
  webServer: {
    command: 'node tests/e2e/server.mjs',
    cwd: '../..',
    url: `${server}/readyz`,
    env: { PORT: String(port), MAILBOX_PORT: String(mailboxPort) },
    timeout: 180_000,
  },
  use: {
    baseURL: server,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    trace: 'retain-on-failure',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--host-resolver-rules=MAP phone.test 127.0.0.1',
      ],
    },
  },
})
