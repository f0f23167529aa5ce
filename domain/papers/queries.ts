import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { questions, questionVersions } from '@/db/schema'
import { picturesOf } from '@/domain/banks/export-queries'
import { listCandidates } from '@/domain/daily/queries'
import { getSubject, todayOf } from '@/domain/exams/queries'
import type { Media } from '@/domain/formats/reading'
import { drawUnits } from '@/domain/practice/drawing'
import { withTheirCases } from '@/domain/practice/queries'
import { questionRows } from '@/domain/questions/queries'
import { type DrawnQuestion, type DrawnUnits, type PrintedPaper, printedPaper } from './printed'

/** All that a section has: were it the longest unused alone, as for daily sets, a seed would draw others every day. */
const everyCandidate = 1_000_000

/** The units of one section, as ids. @param lawOn the day whose law the coming sitting examines */
async function drawSection(of: { subject: string; section: string; count: number; lawOn: string; seed: string }) {
  const { subject, section, count, lawOn, seed } = of
  const candidates = await listCandidates({ subject, section, lawOn, limit: everyCandidate }, db())
  const { paper } = await getSubject(subject)
  const leaders = drawUnits(
    candidates.map(({ id, chapter }) => ({ id, chapter, section })),
    count,
    seed,
    paper,
  )
  const rows = new Map((await questionRows(leaders.map((one) => one.id))).map((row) => [row.id, row]))
  return withTheirCases(
    leaders.map((one) => ({
      ...one,
      groupId: rows.get(one.id)?.groupId ?? null,
      groupIndex: rows.get(one.id)?.groupIndex ?? 0,
    })),
  )
}

async function contentsOf(ids: readonly string[]): Promise<Map<string, DrawnQuestion>> {
  const rows = await db()
    .select({ id: questions.id, section: questions.section, content: questionVersions.content })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
    .where(inArray(questions.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

export type DrawnPaper = Awaited<ReturnType<typeof getSubject>> & { printed: PrintedPaper; media: Map<string, Media> }

/**
 * A paper drawn from what is published, by the subject's blueprint: chapters in proportion, the law of the coming sitting.
 * @param wanted.seed the same seed draws the same paper from the same bank
 * @throws Refusal `not-found` for an unknown subject
 */
export async function drawPaper(
  wanted: { subject: string; seed: string; picture: (hash: string) => Promise<Uint8Array | null> },
  now: Date,
): Promise<DrawnPaper> {
  const { subject, seed } = wanted
  const in_ = await getSubject(subject)
  const { lawInForceOn: lawOn } = todayOf(in_.exam, now).sitting
  const drawn = new Map<string, DrawnUnits>()
  for (const { id, count } of in_.paper.sections) {
    const units = await drawSection({ subject, section: id, count, lawOn, seed })
    const contents = await contentsOf(units.flat())
    drawn.set(
      id,
      units.map((unit) => unit.flatMap((one) => contents.get(one) ?? [])),
    )
  }
  const printed = printedPaper(in_.paper, drawn)
  const contents = [...drawn.values()].flat(2)
  return { ...in_, printed, media: await picturesOf(contents, wanted) }
}
