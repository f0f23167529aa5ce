import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { asc, eq, isNull } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { questions, questionTexts, questionVersions } from '@/db/schema'
import { indexTexts } from '@/domain/bank-search/commands'
import { listBank } from '@/domain/question-desk/bank-queries'
import { bankQuerySchema } from '@/domain/question-desk/input'
import { countQuestions, growBank, withBank } from '../bank'
import { percentile, spread } from '../measure'
import type { Result, ValueRow } from '../report'
import { subject } from '../stage'
import { folder } from '../workspace'

const sizes = [1_000, 10_000, 100_000]
const rounds = 30
const indexedAtOnce = 500

/** What editors ask of the table: all, the queue of reviewers, filters that nothing or little fits, common and rare words. */
const asked: Record<string, object> = {
  'all of it': {},
  'what waits for review': { status: 'review' },
  'a type that few have': { type: 'essay' },
  'a difficulty, the oldest first': { difficulty: '4', sort: 'oldest' },
  'a word in most': { q: '社会工作' },
  'a word in a few': { q: '家系图' },
  'a word and a filter': { q: '社会工作', difficulty: '5' },
  'a word in none': { q: '无此词语' },
}

/** Copies that are in the search, as an import leaves them. */
async function indexCopies() {
  for (;;) {
    const rows = await db()
      .select({ questionId: questions.id, subjectSlug: questions.subjectSlug, content: questionVersions.content })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, questions.currentVersionId))
      .leftJoin(questionTexts, eq(questionTexts.questionId, questions.id))
      .where(isNull(questionTexts.number))
      .orderBy(asc(questions.id))
      .limit(indexedAtOnce)
    if (rows.length === 0) return
    await write((tx) => indexTexts(tx, rows))
  }
}

async function timesOf(query: object): Promise<number[]> {
  const parsed = bankQuerySchema.parse({ subject, ...query })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    await listBank({ role: 'admin', subjects: null }, parsed, new Date())
    times.push(performance.now() - startedAt)
  }
  return times
}

/** A page of the bank's table with its count must not depend on how large the bank is. */
export async function table(): Promise<Result> {
  const values: ValueRow[] = []
  for (const size of sizes)
    await withBank(join(folder, `table-${size}.db`), async () => {
      growBank(subject, size)
      await indexCopies()
      for (const [words, query] of Object.entries(asked)) {
        const times = await timesOf(query)
        values.push({
          name: `the bank's table, ${countQuestions(subject).toLocaleString('en')} questions: ${words}`,
          value: spread(times),
          unit: 'ms',
          aim: { atMost: 30 },
          note: `p99 ${percentile(times, 0.99).toFixed(1)} ms`,
        })
      }
    })
  return { values }
}
