import { listExams } from '@/domain/exams/queries'
import { queueReminders } from '@/domain/reminders/sending-commands'
import { sendSoon } from '../deliveries/send'
import { tellOf } from './letters'

/** Puts what is due on its way. */
export async function remind(now: Date): Promise<void> {
  let queued = 0
  for (const exam of await listExams()) queued += await queueReminders(exam, tellOf, now)
  if (queued > 0) sendSoon()
}
