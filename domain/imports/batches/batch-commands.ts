import { write } from '@/db/client'
import type { AuditAction } from '@/domain/audit/actions'
import { audit } from '@/domain/audit/commands'
import type { Move } from '@/domain/question-desk/life-cycle'
import type { Desk } from '@/domain/question-desk/queries'
import { moveInto } from '@/domain/question-desk/state-commands'
import { Refusal } from '@/lib/errors'
import { getImport } from '../queries'
import { listBrought } from './batch-queries'

/** Moving a question touches its version and laws too: so many hold the lock for some milliseconds. */
const movedAtOnce = 50

const actions = { submit: 'import.submitted', publish: 'import.published' } as const satisfies Partial<
  Record<Move, AuditAction>
>
type BatchMove = keyof typeof actions

type Progress = { done: number; left: number; after: string }

function moveSome(desk: Desk, importId: string, move: BatchMove, { after, now }: { after: string; now: Date }) {
  return write(async (tx) => {
    const ids = await listBrought(tx, importId, { after, limit: movedAtOnce })
    const { done, refused } = await moveInto(tx, desk, { ids, move }, now)
    return { done: done.length, left: refused.length, after: ids.at(-1) ?? null }
  })
}

/**
 * Moves all that an import brought on, in short transactions; what may not be moved stays, and is counted.
 * @throws Refusal `not-found`; `import-busy` before it is committed
 */
export async function moveBatch(desk: Desk, of: { importId: string; move: BatchMove }, now: Date) {
  const { status, subjectSlug } = await getImport(desk.user, of.importId)
  if (status !== 'committed') throw new Refusal('import-busy')
  const sum: Progress = { done: 0, left: 0, after: '' }
  for (;;) {
    const step = await moveSome(desk, of.importId, of.move, { after: sum.after, now })
    sum.done += step.done
    sum.left += step.left
    if (step.after === null) break
    sum.after = step.after
  }
  const { done, left } = sum
  const entry = { action: actions[of.move], target: `import:${of.importId}` }
  const details = { done, left, subject: subjectSlug }
  await write((tx) => audit(tx, { actorId: desk.user.id, ...entry, details }, now))
  return { done, left }
}
