import { join } from 'node:path'
import { examFolders, readContent } from '@/bin/commands/read-content'
import { useStore as putStore } from '@/db/client'
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
