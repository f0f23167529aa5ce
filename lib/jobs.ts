import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { write } from '@/db/client'
import { leases } from '@/db/schema'
import { log } from './log'

/** Something that has to happen again and again. It must not matter if it happens twice. */
export type Job = { name: string; everySeconds: number; run: (now: Date) => Promise<void> }

const holder: string = randomUUID()
const longestLease = 900

/** Takes or renews a lease; of several processes, one runs a job at a time. */
export function takeLease(name: string, seconds: number, now: Date, as = holder): Promise<boolean> {
  return write(async (tx) => {
    const [lease] = await tx.select().from(leases).where(eq(leases.name, name))
    if (lease && lease.holder !== as && lease.expiresAt > now) return false
    const mine = { holder: as, expiresAt: new Date(now.getTime() + seconds * 1000) }
    await tx
      .insert(leases)
      .values({ name, ...mine })
      .onConflictDoUpdate({ target: leases.name, set: mine })
    return true
  })
}

async function runOnce({ name, everySeconds, run }: Job) {
  const now = new Date()
  try {
    // Longer than the pause between two runs, so that the same process goes on while it lives; but one that was killed
    // must not hold up what is due for hours.
    if (await takeLease(`job:${name}`, Math.min(everySeconds * 3, longestLease), now)) await run(now)
  } catch (error) {
    log().error({ job: name, err: error }, 'job failed; it will be tried again')
  }
}

/** Lets other processes go on at once with what this one did: called when it ends (bin/serve.mjs). */
async function releaseLeases() {
  await write((tx) => tx.delete(leases).where(eq(leases.holder, holder)))
}

/** Runs each job now and then every `everySeconds`, until the process ends. */
export function startJobs(jobs: readonly Job[]) {
  Object.assign(globalThis, { yilianReleaseLeases: releaseLeases })
  for (const job of jobs) {
    const again = async () => {
      await runOnce(job)
      setTimeout(again, job.everySeconds * 1000).unref()
    }
    void again()
  }
}
