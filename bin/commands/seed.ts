import { join } from 'node:path'
import { seedExam } from '@/domain/banks/commands'
import { buildSets } from '@/domain/daily/commands'
import { seedEvents } from '@/domain/events/commands'
import { todayOf } from '@/domain/exams/queries'
import { seedNews } from '@/domain/news/commands'
import { seedResources } from '@/domain/resources/commands'
import { seedSubsidies } from '@/domain/subsidies/commands'
import { resourceKey, storage } from '@/lib/storage/storage'
import { readCalendar } from './content/read-calendar'
import { BrokenContent, examFolders, readContent } from './content/read-content'
import { readNews, readSubsidies } from './content/read-news'
import { readTips } from './content/read-tips'

const readAll = (folder: string) => ({
  files: readContent(folder),
  material: readTips(folder),
  told: readNews(folder),
  money: readSubsidies(folder),
  dates: readCalendar(folder),
})

/** Reads all exams' files, then seeds them, then makes today's sets: a broken file stops everything before a change. */
export async function seed(root = join('content', 'exams')) {
  const read = examFolders(root).map(readAll)
  const faults = read.flatMap(({ files: _, ...others }) => Object.values(others).flatMap((one) => one.faults))
  if (faults.length > 0) throw new BrokenContent(faults)
  const now = new Date()
  for (const { files, material, told, money, dates } of read) {
    const report = await seedExam(files, now)
    const { today } = todayOf(files.exam, now)
    for (const { slug } of files.exam.subjects) await buildSets(slug, today, now)
    // The files first: what the database names is there.
    for (const { hash, file } of material.tips) await storage().put(resourceKey(hash), file)
    const passed = await seedResources(files.exam.slug, material.tips, now)
    await seedEvents(files.exam.slug, dates.events, now)
    await seedNews(files.exam.slug, told.news, now)
    await seedSubsidies(files.exam.slug, money.subsidies, now)
    const { added, versions, restored, retired, conflicts } = report
    console.error(
      `${files.exam.slug}: ${added} added, ${versions} new versions, ${restored} restored, ${retired} retired`,
    )
    for (const id of passed) console.error(`  ${id}: an editor keeps it now; its file was passed over`)
    for (const id of conflicts)
      console.error(
        `  conflict: ${id} was edited since the last seed, and its file changed too; nothing was done to it`,
      )
  }
}
