import { join } from 'node:path'
import { mannerFaults } from '@/domain/content-check/check'
import { figuresOf, type SubjectFigures } from '@/domain/content-check/figures'
import type { Fault } from '@/domain/formats/content/yaml'
import { readCalendar } from './read-calendar'
import { BrokenContent, examFolders, readContent } from './read-content'
import { readNews, readSubsidies } from './read-news'
import { readTips } from './read-tips'

type Checked = { questions: number; subjects: SubjectFigures[]; faults: Fault[] }

function checkExamFolder(folder: string): Checked {
  try {
    const { exam, questions } = readContent(folder)
    const subjects = exam.subjects.map(({ slug }) =>
      figuresOf(
        exam,
        slug,
        questions.filter(({ subject }) => subject === slug),
      ),
    )
    return { questions: questions.length, subjects, faults: mannerFaults(questions) }
  } catch (error) {
    if (!(error instanceof BrokenContent)) throw error
    return { questions: 0, subjects: [], faults: error.faults }
  }
}

/** Reads and checks everything under a content folder: the faults, and what can be counted of each subject. */
export function checkContent(root: string): Checked {
  const folders = examFolders(join(root, 'exams'))
  const exams = folders.map(checkExamFolder)
  const others = [readTips, readCalendar, readNews, readSubsidies]
  return {
    questions: exams.reduce((sum, one) => sum + one.questions, 0),
    subjects: exams.flatMap((one) => one.subjects),
    faults: [
      ...folders.flatMap((folder) => others.flatMap((read) => read(folder).faults)),
      ...exams.flatMap((one) => one.faults),
    ],
  }
}
