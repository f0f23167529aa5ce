import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type ExamDefinition, examSchema } from '@/domain/exams/definition'

let known: readonly ExamDefinition[] | undefined

function readExams(): ExamDefinition[] {
  const root = join(process.cwd(), 'content', 'exams')
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders
    .map(({ name }) => examSchema.parse(parse(readFileSync(join(root, name, 'exam.yaml'), 'utf8'))))
    .sort((a, b) => a.slug.localeCompare(b.slug))
}

/**
 * The exams as their files define them, for what is made at build time: static pages need no database.
 * What changes while the app runs (days, questions, chapters) comes by the API. Read once per process: the files belong
 * to the release, and reading them costs 13 ms.
 */
export function listExamFiles(): readonly ExamDefinition[] {
  known ??= readExams()
  return known
}
