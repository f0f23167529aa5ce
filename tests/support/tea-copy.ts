import type { ExamFiles } from '@/domain/banks/commands'
import type { FileQuestion } from '@/domain/formats/content/content-files'
import { teaExam, teaQuestions } from './tea-exam'

const usual = { choice: 6, several: 3, claims: 2, blanks: 2, numbers: 2, report: 2 }

/** The tea exam under another name, exam and subject alike, so that the tests of one file do not meet. */
export function teaCopy(name: string, counts: Partial<typeof usual> = {}): ExamFiles {
  const questions = Object.entries({ ...usual, ...counts }).flatMap(([section, count]) => teaQuestions(section, count))
  return {
    exam: {
      ...teaExam,
      slug: name,
      subjects: teaExam.subjects.map((subject) => ({ ...subject, slug: name })),
      syllabuses: teaExam.syllabuses.map((syllabus) => ({
        ...syllabus,
        chapters: syllabus.chapters.map((one) => ({ ...one, subjects: [name] })),
      })),
    },
    laws: [],
    questions: questions.map((question) => ({ ...question, id: `${name}-${question.id}`, subject: name })),
  }
}

/** The same files with one question changed. */
export function withQuestion(
  files: ExamFiles,
  id: string,
  change: (question: FileQuestion) => FileQuestion,
): ExamFiles {
  return { ...files, questions: files.questions.map((question) => (question.id === id ? change(question) : question)) }
}

/** The same files with another stem for one question. */
export const restemmed = (files: ExamFiles, id: string, stem: string) =>
  withQuestion(files, id, (question) => ({ ...question, content: { ...question.content, stem } }))

/** The same files without one question. */
export const without = (files: ExamFiles, id: string): ExamFiles => ({
  ...files,
  questions: files.questions.filter((question) => question.id !== id),
})
