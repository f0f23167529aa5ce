import { firstExam, listExams } from '@/domain/exams/queries'
import { askToPractise } from '@/domain/practice-reminders/commands'
import { queueReminders } from '@/domain/reminders/sending-commands'
import { sendSoon } from '../deliveries/send'
import { log } from '../log'
import { askOf, tellOf } from './letters'

/** Puts what is due on its way. */
export async function remind(now: Date): Promise<void> {
  let queued = 0
  for (const exam of await listExams()) queued += await queueReminders(exam, tellOf, now)
  if (queued > 0) sendSoon()
}

/** The same beside the request: who has confirmed, or published, does not wait until thousands are told. */
export function remindSoon(now: Date) {
  setImmediate(() => {
    remind(now).catch((error) => log().error({ err: error }, 'reminders could not be queued; they are tried again'))
  })
}

/** Asks those to practise whose minute has come. */
export async function remindOfPractice(now: Date): Promise<void> {
  if ((await listExams()).length === 0) return
  if ((await askToPractise(await firstExam(), askOf, now)) > 0) sendSoon()
}
