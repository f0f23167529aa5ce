import { dropOldBackups } from '@/db/backups'
import { sweepMailTokens } from '@/domain/accounts/commands'
import { buildSets } from '@/domain/daily/commands'
import { eraseDue } from '@/domain/data-rights/erase-commands'
import { sweepDeliveries } from '@/domain/deliveries/commands'
import { addDays } from '@/domain/exams/day'
import { listExams, todayOf } from '@/domain/exams/queries'
import { sweepReminders } from '@/domain/reminders/commands'
import { forgetMarks } from '@/domain/resources/commands'
import { sweepSessions } from '@/domain/sessions/commands'
import { sweepGuests } from '@/domain/users/commands'
import { sendDue } from '@/lib/deliveries/send'
import { env } from '@/lib/env'
import { dropOldMails, outsideTheStore } from '@/lib/forget'
import { resumeImports, sweepFiles } from '@/lib/imports/upkeep'
import { type Job, startJobs } from '@/lib/jobs'
import { log } from '@/lib/log'
import { remind, remindOfPractice } from '@/lib/reminders/job'

/** Sets of all days up to tomorrow: midnight finds them ready. */
async function buildAllSets(now: Date) {
  for (const exam of await listExams()) {
    const tomorrow = addDays(todayOf(exam, now).today, 1)
    for (const { slug } of exam.subjects) await buildSets(slug, tomorrow, now)
  }
}

async function sweepExpired(now: Date) {
  await sweepMailTokens(now)
  await sweepReminders(now)
  await sweepDeliveries(now)
  await sweepSessions(now)
  for (const exam of await listExams()) await forgetMarks(todayOf(exam, now).today)
}

async function erase(now: Date) {
  if (!(await eraseDue(now, outsideTheStore))) log().warn('the log of the database is in use; it is emptied later')
}

async function dropOldCopies(now: Date) {
  await dropOldBackups(now)
  await dropOldMails(now)
}

/** What happens in the background, and how often. */
const jobs: Job[] = [
  { name: 'daily-sets', everySeconds: 300, run: buildAllSets },
  { name: 'deliveries', everySeconds: 30, run: sendDue },
  { name: 'reminders', everySeconds: 60, run: remind },
  { name: 'practice-reminders', everySeconds: 60, run: remindOfPractice },
  { name: 'sweep-expired', everySeconds: 3600, run: sweepExpired },
  { name: 'erase', everySeconds: 3600, run: erase },
  { name: 'old-copies', everySeconds: 86_400, run: dropOldCopies },
  { name: 'imports', everySeconds: 30, run: resumeImports },
  { name: 'sweep-files', everySeconds: 3600, run: sweepFiles },
  { name: 'sweep-guests', everySeconds: 6 * 3600, run: sweepGuests },
]

/** What a server does when it starts. Faults of the environment stop it here. */
export function begin() {
  if (env().JOBS) startJobs(jobs)
}
