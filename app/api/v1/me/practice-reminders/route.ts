import { z } from 'zod'
import { setPracticeReminder, stopPracticeReminder } from '@/domain/practice-reminders/commands'
import { practiceChannelSchema, practiceReminderSchema } from '@/domain/practice-reminders/input'
import { practiceRemindersOutput } from '@/domain/practice-reminders/output'
import { listPracticeReminders } from '@/domain/practice-reminders/queries'
import { vapid } from '@/lib/deliveries/push'
import { Refusal } from '@/lib/errors'
import { requirePushService } from '@/lib/reminders/asking'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'When one is asked to practise, and by which ways',
    auth: 'required',
    output: practiceRemindersOutput,
  },
  ({ user }) => listPracticeReminders(user.id),
)

export const PUT = route(
  {
    summary: 'Be asked to practise every day at a minute of one’s own: by mail (members), or on this browser',
    auth: 'required',
    input: practiceReminderSchema,
    output: practiceRemindersOutput,
    refusals: ['no-member', 'not-set', 'too-many'],
  },
  async ({ user, body, now }) => {
    const browser = body.channel === 'push' ? body.browser : undefined
    if (!browser && user.kind !== 'member') throw new Refusal('no-member')
    if (browser) {
      if (!vapid()) throw new Refusal('not-set')
      requirePushService(browser.endpoint)
    }
    await setPracticeReminder(user.id, { ...body, browser }, now)
    return listPracticeReminders(user.id)
  },
)

export const DELETE = route(
  {
    summary: 'Be asked no more, by one of the ways',
    auth: 'required',
    input: practiceChannelSchema,
    output: z.undefined(),
    status: 204,
  },
  ({ user, body, now }) => stopPracticeReminder(user.id, body, now).then(() => undefined),
)
