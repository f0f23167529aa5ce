import { insertMany } from '@/db/bulk'
import type { Handle } from '@/db/client'
import { mediaUses, questionLaws, questionPrints, questions, questionVersions } from '@/db/schema'
import { indexTexts } from '@/domain/bank-search/commands'
import { hashOf } from '@/domain/daily/selection'
import { lawsOf, listEditionsOf } from '@/domain/laws/queries'
import { hashOfContent, picturesOf } from '@/domain/questions/version-commands'
import { type Added, type Bringing, printRow, questionRow, versionRow } from './new-rows'

/** New questions with all that hangs on them, a few hundred at a time, as the first version of each. */
export async function addQuestions(tx: Handle, added: readonly Added[], bringing: Bringing): Promise<void> {
  const contents = added.map((one) => one.content)
  const editions = await listEditionsOf(contents, tx)
  const rowsOf = (one: Added) => questionRow(one, bringing, { shuffle: hashOf(one.questionId) >>> 1, editions })
  const versionOf = (one: Added) => versionRow({ ...one, number: 1, contentHash: hashOfContent(one.content) }, bringing)
  await insertMany(tx, { into: questions, name: 'import-questions' }, added.map(rowsOf))
  await insertMany(tx, { into: questionVersions, name: 'import-versions' }, added.map(versionOf))
  const prints = added.map((one) => printRow(one, bringing))
  await insertMany(tx, { into: questionPrints, name: 'import-prints' }, prints)
  await indexTexts(tx, added)
  const laws = added.flatMap(({ questionId, content }) => lawsOf(content).map((one) => ({ questionId, ...one })))
  await insertMany(tx, { into: questionLaws, name: 'import-laws' }, laws)
  const uses = added.flatMap(({ versionId, content }) =>
    picturesOf(content).map((hash) => ({ hash, owner: `version:${versionId}` })),
  )
  await insertMany(tx, { into: mediaUses, name: 'import-uses' }, uses)
}
