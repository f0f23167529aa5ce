import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { practiceReminders } from '@/db/schema'
import type { PracticeReminders } from './output'

/** When somebody is asked to practise, and by which ways. */
export async function listPracticeReminders(userId: string): Promise<PracticeReminders> {
  const { channel, minute, address } = practiceReminders
  const rows = await db()
    .select({ channel, minute, address })
    .from(practiceReminders)
    .where(eq(practiceReminders.userId, userId))
    .orderBy(asc(channel), asc(address))
  return {
    items: rows.map((row) => ({ channel: row.channel, minute: row.minute, endpoint: row.address || null })),
  }
}
