import type { Handle } from '@/db/client'
import { orderedId } from '@/db/ordered-id'
import { keepHold } from '../holds/hold-commands'
import { timedWrite } from '../holds/paced-commands'
import { getImport, type Import } from '../queries'
import { insertItems, staging, type Taking } from '../stage-commands'
import { isStopped, type StagedItem } from '../staged'
import { addQuestions } from './add-commands'
import { commitImport, findKnown, requireAlone, type Settled, sectionOf } from './commit-commands'
import type { Added, Bringing } from './new-rows'
import { dropBrought } from './undo-commands'

type Brought = { known: Settled; added: number }

const addedOf = ({ made, print, subjectSlug, chapterKey, section }: StagedItem): Added[] =>
  made && print
    ? [{ made, versionId: orderedId(), subjectSlug, chapterKey, section: sectionOf(section, made), print, group: null }]
    : []

/** Puts some items in, and what is new among them into the bank; of that, no second copy is kept with the import. */
async function bring(tx: Handle, items: readonly StagedItem[], bringing: Bringing): Promise<Brought> {
  const { importId } = bringing
  const named = items.flatMap((item) => {
    const { subjectSlug, touched, print, made } = item
    return made && print ? [{ of: item, subjectSlug, touched, ...print }] : []
  })
  const known = new Map((await findKnown(tx, importId, named)).map((one) => [one.item.of, one]))
  const settled = items.map((item): StagedItem => {
    const there = known.get(item)
    return there ? { ...item, made: null, action: there.action, questionId: there.questionId } : item
  })
  await insertItems(
    tx,
    importId,
    settled.map((item) => (item.made ? { ...item, print: null } : item)),
  )
  const added = settled.flatMap(addedOf)
  await addQuestions(tx, added, bringing)
  const count = (action: 'same' | 'wait') => [...known.values()].filter((one) => one.action === action).length
  return { known: { same: count('same'), wait: count('wait') }, added: added.length }
}

/**
 * Brings a file in as it is read, for those who have no look at it first. Hidden until the end; an error takes all of it
 * back, unless `partial`, which leaves out the question with the error alone.
 * @throws Refusal `import-busy` while another import of the subject is committed
 */
export function bringing(row: Import, { partial }: { partial: boolean }): Taking {
  const { id, userId, subjectSlug } = row
  let [halted, added] = [false, 0]
  const settled: Settled = { same: 0, wait: 0 }
  return {
    straight: true,
    async take(hold, items, done) {
      halted ||= !partial && items.some((one) => one.worst === 'error')
      if (halted) return staging.take(hold, items, done)
      const { value, ms } = await timedWrite(async (tx) => {
        if (added === 0) await requireAlone(tx, { id, subjectSlug })
        await keepHold(tx, hold, { done, status: 'bringing' })
        return bring(tx, items, { importId: id, userId, now: hold.clock() })
      })
      added += value.added
      settled.same += value.known.same
      settled.wait += value.known.wait
      return { ms }
    },
    async end(hold, counts) {
      const read = await getImport(null, id)
      const { add, version } = counts.byAction
      if (!isStopped({ counts, findings: read.findings }, partial))
        return commitImport(hold, { ...read, counts, of: add + version }, { done: added, settled })
      if (added > 0) await dropBrought(hold, { ...read, counts })
      else await staging.end(hold, counts)
    },
    async fail(hold, finding) {
      if (added > 0) await dropBrought(hold, { ...(await getImport(null, id)), findings: [finding] })
      else await staging.fail(hold, finding)
    },
  }
}
