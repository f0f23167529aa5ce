import { and, count, desc, eq } from 'drizzle-orm'
import { db, type Handle } from '@/db/client'
import { lawEditions, questionLaws, questions } from '@/db/schema'
import { listExams, todayOf } from '@/domain/exams/queries'
import { notHidden } from '@/domain/question-desk/bank-queries'
import { Refusal } from '@/lib/errors'
import { type SittingOfExam, sittingsOf } from './effect'
import type { LawsView } from './output'

/** The sittings that are still to come, of all exams. */
async function listSittings(now: Date, handle: Handle): Promise<SittingOfExam[]> {
  const exams = await listExams(handle)
  return exams.flatMap((exam) => {
    const { year } = todayOf(exam, now).sitting
    return exam.sittings
      .filter((sitting) => sitting.year >= year)
      .map((sitting) => ({ exam: exam.slug, year: sitting.year, lawInForceOn: sitting.lawInForceOn }))
      .sort((a, b) => a.year - b.year)
  })
}

async function countQuestions(handle: Handle, law?: string) {
  const rows = await handle
    .select({ law: questionLaws.law, edition: questionLaws.edition, n: count() })
    .from(questionLaws)
    .innerJoin(questions, eq(questions.id, questionLaws.questionId))
    .where(
      and(
        law === undefined ? undefined : eq(questionLaws.law, law),
        eq(questions.status, 'published'),
        await notHidden(handle),
      ),
    )
    .groupBy(questionLaws.law, questionLaws.edition)
  const counts = new Map(rows.map((row) => [`${row.law}/${row.edition}`, row.n]))
  return (of: { law: string; edition: string }) => counts.get(`${of.law}/${of.edition}`) ?? 0
}

/** The register of laws, with what each edition means for the sittings to come. @param law this one alone */
export async function listLaws(now: Date, law?: string, handle: Handle = db()): Promise<LawsView> {
  const rows = await handle
    .select()
    .from(lawEditions)
    .where(law === undefined ? undefined : eq(lawEditions.law, law))
    .orderBy(lawEditions.law, desc(lawEditions.edition))
  const [sittings, countOf] = [await listSittings(now, handle), await countQuestions(handle, law)]
  const byLaw = new Map<string, LawsView['items'][number]>()
  for (const { law: name, ...row } of rows) {
    const one = byLaw.get(name) ?? { law: name, editions: [] }
    byLaw.set(name, one)
    one.editions.push({ ...row, questions: countOf({ law: name, ...row }), sittings: sittingsOf(row, sittings) })
  }
  return { items: [...byLaw.values()] }
}

/** @throws Refusal `not-found` */
export async function getLaw(law: string, now: Date, handle: Handle = db()): Promise<LawsView['items'][number]> {
  const [one] = (await listLaws(now, law, handle)).items
  if (!one) throw new Refusal('not-found')
  return one
}
