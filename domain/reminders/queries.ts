import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { practiceReminders, reminders } from '@/db/schema'
import { Refusal } from '@/lib/errors'

const { region, level, events, status, id, channel, address, keys } = reminders

/** What somebody is told of. @throws Refusal `not-found` */
export async function getReminder(which: string) {
  const [row] = await db().select({ region, level, events, status }).from(reminders).where(eq(reminders.id, which))
  if (!row) throw new Refusal('not-found')
  return row
}

/** What a browser is told of, to whoever has its secret. */
export async function listOfBrowser(endpoint: string, auth: string) {
  const rows = await db()
    .select({ region, level, events, keys })
    .from(reminders)
    .where(and(eq(channel, 'push'), eq(address, endpoint), eq(status, 'standing')))
    .orderBy(asc(id))
  return rows.flatMap(({ keys: own, ...row }) => (own?.auth === auth ? [row] : []))
}

/** Whether that browser is known here by that secret. */
export async function knowsBrowser(endpoint: string, auth: string): Promise<boolean> {
  const dates = await db()
    .select({ keys })
    .from(reminders)
    .where(and(eq(channel, 'push'), eq(address, endpoint)))
  const daily = await db()
    .select({ keys: practiceReminders.keys })
    .from(practiceReminders)
    .where(and(eq(practiceReminders.channel, 'push'), eq(practiceReminders.address, endpoint)))
  return [...dates, ...daily].some((row) => row.keys?.auth === auth)
}
