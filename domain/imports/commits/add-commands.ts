import { insertMany, Json } from '@/db/bulk'
import type { Handle } from '@/db/client'
import { mediaUses, questionLaws, questionPrints, questions, questionVersions } from '@/db/schema'
import { putTexts } from '@/domain/bank-search/commands'
import { hashOf } from '@/domain/daily/selection'
import { listEditionsOf } from '@/domain/laws/queries'
import { type Added, type Bringing, printRow, questionRow, versionRow } from './new-rows'

const versionOf = ({ made, versionId }: Added) => {
  const { questionId, json, contentHash } = made
  return { versionId, questionId, number: 1, content: new Json(json), contentHash }
}

/** New questions with all that hangs on them, a few hundred at a time, as the first version of each. */
export async function addQuestions(tx: Handle, added: readonly Added[], bringing: Bringing): Promise<void> {
  const made = added.map((one) => one.made)
  const editions = await listEditionsOf(made, tx)
  const rowsOf = (one: Added) => questionRow(one, bringing, { shuffle: hashOf(one.made.questionId) >>> 1, editions })
  await insertMany(tx, { into: questions, name: 'import-questions' }, added.map(rowsOf))
  const versions = added.map((one) => versionRow(versionOf(one), bringing))
  await insertMany(tx, { into: questionVersions, name: 'import-versions' }, versions)
  const prints = added.map((one) => printRow(one, bringing))
  await insertMany(tx, { into: questionPrints, name: 'import-prints' }, prints)
  const texts = added.map(({ subjectSlug, made: { questionId, text, bigrams } }) => ({
    ...{ questionId, subjectSlug, text, bigrams },
  }))
  await putTexts(tx, texts)
  const laws = made.flatMap((one) => one.laws.map((law) => ({ questionId: one.questionId, ...law })))
  await insertMany(tx, { into: questionLaws, name: 'import-laws' }, laws)
  const uses = added.flatMap(({ versionId, made: { pictures } }) =>
    pictures.map((hash) => ({ hash, owner: `version:${versionId}` })),
  )
  await insertMany(tx, { into: mediaUses, name: 'import-uses' }, uses)
}
