import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExamFiles, sectionFor } from '@/domain/banks/commands'
import { type ExamDefinition, examSchema } from '@/domain/exams/definition'
import { checkExam } from '@/domain/exams/lookup'
import { type FileQuestion, lawsSchema, readQuestionFile, resolveLaws } from '@/domain/formats/content/content-files'
import { type Fault, parseWith } from '@/domain/formats/content/yaml'
import { questionFaults } from '@/domain/questions/check'
import { isThere, named, yamlAt } from './content-folder'

/** Files that do not hold together, each fault with file and line. Nothing has been changed. */
export class BrokenContent extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n'))
  }
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? yamlFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()

function readExam(folder: string): { exam: ExamDefinition; faults: Fault[] } {
  const file = join(folder, 'exam.yaml')
  const yaml = yamlAt(file)
  const { value, faults } = parseWith(examSchema, yaml)
  if (!value) throw new BrokenContent(faults)
  const names = checkExam(value).map(({ path, message }) => ({ file: named(file), line: yaml.lineOf(path), message }))
  return { exam: value, faults: names }
}

function readLaws(folder: string) {
  const file = join(folder, 'laws.yaml')
  if (!isThere(file)) return { value: { laws: [] }, faults: [] }
  return parseWith(lawsSchema, yamlAt(file))
}

/** Each question against its exam: known subject and chapter, a section of the paper that fits, an id used once. */
function faultsIn(exam: ExamDefinition, questions: readonly FileQuestion[]): Fault[] {
  const faults: Fault[] = []
  const seen = new Map<string, FileQuestion>()
  const chapters = new Set(
    exam.syllabuses.flatMap((syllabus) =>
      syllabus.chapters.flatMap((one) =>
        one.subjects.flatMap((slug) => one.tree.map((chapter) => `${slug}/${chapter.key}`)),
      ),
    ),
  )
  for (const question of questions) {
    const { id, file, line } = question
    const fault = (message: string) => faults.push({ file, line, message: `${id}: ${message}` })
    const twin = seen.get(id)
    if (twin) fault(`this id stands at ${twin.file}:${twin.line} already`)
    seen.set(id, question)
    if (!chapters.has(`${question.subject}/${question.chapter}`))
      fault(`${question.subject} has no chapter ${question.chapter}`)
    const section = sectionFor(exam, question)
    if (!section) fault(`the paper of ${question.subject} has no section ${question.section ?? question.content.type}`)
    else for (const message of questionFaults(question.content, section)) fault(message)
  }
  return faults
}

/** The marking points of a task must add up to what its section of the paper is worth. */
function pointFaults(exam: ExamDefinition, questions: readonly FileQuestion[]): Fault[] {
  const sums = new Map<string, { first: FileQuestion; sum: number }>()
  for (const question of questions) {
    const { content, group, id } = question
    if (content.type !== 'essay') continue
    const points = content.markingPoints.reduce((sum, point) => sum + point.points, 0)
    const known = sums.get(group?.id ?? id)
    sums.set(group?.id ?? id, { first: known?.first ?? question, sum: (known?.sum ?? 0) + points })
  }
  return [...sums].flatMap(([id, { first, sum }]) => {
    const wanted = sectionFor(exam, first)?.points
    if (wanted === undefined || wanted === sum) return []
    return {
      file: first.file,
      line: first.line,
      message: `${id}: the marking points add up to ${sum}, the paper gives ${wanted}`,
    }
  })
}

/**
 * Reads an exam's folder: exam.yaml, laws.yaml and everything under questions/.
 * @throws BrokenContent with every fault there is.
 */
export function readContent(folder: string): ExamFiles {
  const { exam, faults } = readExam(folder)
  const laws = readLaws(folder)
  const files = yamlFiles(join(folder, 'questions')).map((file) =>
    readQuestionFile(named(file), readFileSync(file, 'utf8')),
  )
  const questions = files.flatMap((file) => file.questions)
  const all = [
    ...faults,
    ...laws.faults,
    ...files.flatMap((file) => file.faults),
    ...faultsIn(exam, questions),
    ...pointFaults(exam, questions),
    ...resolveLaws(questions, laws.value?.laws ?? []),
  ]
  if (all.length > 0) throw new BrokenContent(all)
  return { exam, laws: laws.value?.laws ?? [], questions }
}

/** The folders of all exams under content/exams. */
export function examFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .sort()
}
