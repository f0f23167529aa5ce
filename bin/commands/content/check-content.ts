import { join } from 'node:path'
import type { Fault } from '@/domain/formats/content/yaml'
import { readCalendar } from './read-calendar'
import { BrokenContent, examFolders, readContent } from './read-content'
import { readNews, readSubsidies } from './read-news'
import { readTips } from './read-tips'

/** Reads and checks everything under a content folder. Returns the faults; prints a summary on stderr. */
export function checkContent(root: string): { questions: number; faults: Fault[] } {
  const faults: Fault[] = []
  let questions = 0
  for (const folder of examFolders(join(root, 'exams'))) {
    try {
      const others = [readTips, readCalendar, readNews, readSubsidies]
      faults.push(...others.flatMap((read) => read(folder).faults))
      questions += readContent(folder).questions.length
    } catch (error) {
      if (!(error instanceof BrokenContent)) throw error
      faults.push(...error.faults)
    }
  }
  return { questions, faults }
}
