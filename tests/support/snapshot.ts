import { asc } from 'drizzle-orm'
import { db } from '@/db/client'
import { mediaUses, questionLaws, questionPrints, questions, questionTexts, questionVersions } from '@/db/schema'

/** All that the bank is, so that what was undone can be held against what was. */
export async function bankSnapshot() {
  const texts = await db().select().from(questionTexts).orderBy(asc(questionTexts.questionId))
  return {
    questions: await db().select().from(questions).orderBy(asc(questions.id)),
    versions: await db().select().from(questionVersions).orderBy(asc(questionVersions.id)),
    prints: await db().select().from(questionPrints).orderBy(asc(questionPrints.questionId)),
    laws: await db().select().from(questionLaws).orderBy(asc(questionLaws.questionId), asc(questionLaws.law)),
    texts: texts.map(({ number: _, ...row }) => row),
    uses: await db().select().from(mediaUses).orderBy(asc(mediaUses.owner), asc(mediaUses.hash)),
  }
}
