import { join } from 'node:path'
import { examFolders, readContent } from '@/bin/commands/content/read-content'
import { useStore as putStore, store } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { openSqlite } from '@/db/sqlite'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { addDays } from '@/domain/exams/day'
import { todayOf } from '@/domain/exams/queries'

const daysBack = 30
const files = () => examFolders(join('content', 'exams')).map(readContent)

/** Runs `work` on a fresh, migrated database that holds the starter exam as if seeded 30 days ago. */
export async function withBank<T>(file: string, work: (today: string) => Promise<T>): Promise<T> {
  const store = openSqlite(file)
  putStore(store)
  try {
    await migrateDatabase()
    const now = new Date()
    let today = ''
    for (const exam of files()) {
      await seedExam(exam, new Date(now.getTime() - daysBack * 86_400_000))
      today = todayOf(exam.exam, now).today
    }
    return await work(today)
  } finally {
    await store.close()
    putStore(undefined)
  }
}

/** Every subject's sets of the last 30 days. A month of sets gives one guest enough attempts to make. */
export async function storeSets(today: string) {
  for (const { exam } of files())
    for (const { slug } of exam.subjects) await buildSets(slug, addDays(today, 1), new Date())
}

/** Copies of the starter questions under new ids, sections and chapters as theirs, until the subject has `size`. */
export function growBank(subject: string, size: number) {
  const { raw } = store()
  if (!raw) throw new Error('the bench runs on SQLite')
  const columns = (raw.pragma('table_info(questions)') as { name: string }[]).map(({ name }) => name)
  const own: Record<string, string> = {
    id: `'${subject}-copy-' || n.i`,
    shuffle: 'abs(random()) >> 33',
    last_used_on: "''",
  }
  raw
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < @more),
         model as (select q.*, row_number() over (order by id) - 1 as at, count(*) over () as models
                   from questions q where subject_slug = @subject)
       insert into questions (${columns.join(', ')})
       select ${columns.map((name) => own[name] ?? name).join(', ')} from n join model on model.at = n.i % model.models`,
    )
    .run({ subject, more: size - countQuestions(subject) })
  raw.exec('analyze')
}

export function countQuestions(subject: string): number {
  const row = store().raw?.prepare('select count(*) as n from questions where subject_slug = ?').get(subject)
  return (row as { n: number }).n
}
