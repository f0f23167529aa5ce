import { firstExam, todayOf } from '@/domain/exams/queries'
import { countDownload } from '@/domain/resources/commands'
import { log } from '@/lib/log'
import { addressOf, countingKey } from '@/lib/session'

type Sent = { resource: string; request: Request; response: Response }

/** The beginning of a file, or all of it: who resumes a download, or asks what it is, has been counted. */
function begins({ request, response }: Sent): boolean {
  if (request.method !== 'GET') return false
  return response.status === 200 || /^bytes 0-/.test(response.headers.get('content-range') ?? '')
}

async function count({ resource, request }: Sent, now: Date): Promise<void> {
  const day = todayOf(await firstExam(), now).today
  const who = [day, resource, addressOf(request), request.headers.get('user-agent') ?? '']
  await countDownload({ resource, day, mark: countingKey(who.join('\n')) })
}

const underWay = new Set<Promise<void>>()

/**
 * Counts a download without knowing whose it was: by a keyed hash of address, program and day, that is kept until the day
 * is over. The file does not wait for it, and a count that fails keeps nobody from the file.
 */
export function noteDownload(sent: Sent, now: Date): void {
  if (!begins(sent)) return
  const { resource } = sent
  const counting = count(sent, now)
    .catch((error: unknown) => log().warn({ resource, err: error }, 'a download was not counted'))
    .finally(() => underWay.delete(counting))
  underWay.add(counting)
}

/** Waits for the counts that are under way. */
export const counted = async () => void (await Promise.all(underWay))
