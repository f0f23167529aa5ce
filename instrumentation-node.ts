import { sweepMailTokens } from '@/domain/accounts/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { listExams, todayOf } from '@/domain/exams/queries'
import { sweepSessions } from '@/domain/sessions/commands'
import { sweepGuests } from '@/domain/users/commands'
import { env } from '@/lib/env'
import { type Job, startJobs } from '@/lib/jobs'
import { sendMails } from '@/lib/mail'

/** Sets of all days up to tomorrow: midnight finds them ready. */
async function buildAllSets(now: Date) {
  for (const exam of await listExams()) {
    const tomorrow = addDays(todayOf(exam, now).today, 1)
    for (const { slug } of exam.subjects) await buildSets(slug, tomorrow, now)
  }
}

async function sweepExpired(now: Date) {
  await sweepMailTokens(now)
  await sweepSessions(now)
}

/** What happens in the background, and how often. */
const jobs: Job[] = [
  { name: 'daily-sets', everySeconds: 300, run: buildAllSets },
  { name: 'mails', everySeconds: 30, run: sendMails },
  { name: 'sweep-expired', everySeconds: 3600, run: sweepExpired },
  { name: 'sweep-guests', everySeconds: 6 * 3600, run: sweepGuests },
]

/** What a server does when it starts. Faults of the environment stop it here. */
export function begin() {
  if (env().JOBS) startJobs(jobs)
}
