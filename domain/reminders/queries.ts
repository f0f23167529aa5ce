import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { reminders } from '@/db/schema'
import { Refusal } from '@/lib/errors'

/** What somebody is told of. @throws Refusal `not-found` */
export async function getReminder(id: string) {
  const { region, level, events, status } = reminders
  const [row] = await db().select({ region, level, events, status }).from(reminders).where(eq(reminders.id, id))
  if (!row) throw new Refusal('not-found')
  return row
}
