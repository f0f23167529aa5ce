import { z } from 'zod'
import { moveBrowser, stopBrowserDates } from '@/domain/reminders/browser-commands'
import { knownBrowserSchema, movedBrowserSchema } from '@/domain/reminders/input'
import { browserOutput } from '@/domain/reminders/output'
import { knowsBrowser, listOfBrowser } from '@/domain/reminders/queries'
import { Refusal } from '@/lib/errors'
import { requirePushService } from '@/lib/reminders/asking'
import { route } from '@/lib/route'

const limit = { max: 60, windowSeconds: 60 }

export const POST = route(
  {
    summary: 'What this browser is told of: its address and secret are in the body, and so in no log',
    auth: 'none',
    input: knownBrowserSchema,
    output: browserOutput,
    limit,
  },
  async ({ body }) => ({ items: await listOfBrowser(body.endpoint, body.auth) }),
)

export const PUT = route(
  {
    summary: 'This browser has got another address from its maker: what it is told of goes there',
    auth: 'none',
    input: movedBrowserSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['not-found'],
    limit,
  },
  async ({ body: { from, to }, now }) => {
    requirePushService(to.endpoint)
    if (!(await knowsBrowser(from.endpoint, from.auth))) throw new Refusal('not-found')
    await moveBrowser(from.endpoint, to, now)
    return undefined
  },
)

export const DELETE = route(
  {
    summary: 'Stop all reminders of dates on this browser',
    auth: 'none',
    input: knownBrowserSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['not-found'],
    limit,
  },
  async ({ body, now }) => {
    if (!(await knowsBrowser(body.endpoint, body.auth))) throw new Refusal('not-found')
    await stopBrowserDates(body.endpoint, now)
    return undefined
  },
)
