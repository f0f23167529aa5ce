import { finding } from '../findings'
import { Texts } from '../qti/texts'
import type { Media, Reading, ReadOptions } from '../reading'
import { openCourse } from './course'
import { problemQuestions } from './problem'

/** Problems of Open edX: one file, or the .tar.gz or zip of a course or library. */
export async function readOlx(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { problems, files, broken } = await openCourse(bytes, options.fileName)
  const media = new Map<string, Media>()
  const found = problems.flatMap((problem) => {
    const place = { path: problem.path, line: problem.root.line }
    return problemQuestions(problem, { texts: new Texts(files, media, place), place })
  })
  const questions = [...found, ...broken]
  return {
    format: 'olx',
    dialect: 'Open edX',
    encoding: null,
    questions: questions.slice(0, options.limit),
    findings: [
      ...(questions.length === 0 ? [finding('NO_QUESTIONS', {})] : []),
      ...(questions.length > options.limit ? [finding('TOO_MANY_QUESTIONS', {}, { limit: options.limit })] : []),
    ],
    media,
    tables: [],
  }
}
