import { type ExportedAttempt, exportAttempts, exportQuestions } from '@/domain/data-rights/attempt-queries'
import { exportImports, exportVersions } from '@/domain/data-rights/desk-queries'
import {
  exportAccount,
  exportAudit,
  exportIdentities,
  exportSessions,
  exportTokens,
} from '@/domain/data-rights/export-queries'
import { answerText, type Seen } from '@/domain/data-rights/export-view'
import {
  exportCheckIns,
  exportFavourites,
  exportMistakes,
  exportNotes,
  exportReminders,
  exportReports,
} from '@/domain/data-rights/record-queries'
import { type Columns, csvOf, jsonOf } from '@/domain/data-rights/tables'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

/** A row's own fields, by name. */
const fields = <const K extends string>(...names: K[]) =>
  Object.fromEntries(
    names.map((name) => [name, (row: Record<K, string | number | Date | null>) => row[name]]),
  ) as Columns<Record<K, string | number | Date | null>>

const attemptColumns: Columns<ExportedAttempt> = {
  ...fields('id', 'mode', 'exam', 'subject', 'on', 'startedAt', 'finishedAt'),
  score: ({ result }) => result?.score,
  maxScore: ({ result }) => result?.maxScore,
  right: ({ result }) => result?.right,
  partial: ({ result }) => result?.partial,
  wrong: ({ result }) => result?.wrong,
  unanswered: ({ result }) => result?.unanswered,
  spentMs: ({ result }) => result?.spentMs,
}

type AnswerRow = { attempt: ExportedAttempt; item: ExportedAttempt['questions'][number] }

const answerColumns: Columns<AnswerRow> = {
  attemptId: ({ attempt }) => attempt.id,
  subject: ({ attempt }) => attempt.subject,
  questionId: ({ item }) => item.questionId,
  type: ({ item }) => item.type,
  stem: ({ item }) => item.stem,
  answer: ({ item }) => answerText(item.answer),
  verdict: ({ item }) => item.verdict,
  score: ({ item }) => item.score,
  maxScore: ({ item }) => item.maxScore,
  spentMs: ({ item }) => item.spentMs,
  answeredAt: ({ item }) => item.answeredAt,
}

async function* answered(userId: string, seen: Seen) {
  for await (const page of exportAttempts(userId, seen))
    yield page.flatMap((attempt) =>
      attempt.questions.flatMap((item) => (item.answer === null ? [] : [{ attempt, item }])),
    )
}

async function jsonFile(userId: string, seen: Seen, now: Date) {
  const values = {
    exportedAt: now,
    ...(await exportAccount(userId)),
    sessions: await exportSessions(userId),
    identities: await exportIdentities(userId),
    tokens: await exportTokens(userId),
    audit: await exportAudit(userId),
    reminders: await exportReminders(userId),
  }
  return jsonOf(values, {
    checkIns: exportCheckIns(userId),
    mistakes: exportMistakes(userId),
    favourites: exportFavourites(userId),
    notes: exportNotes(userId),
    reports: exportReports(userId),
    imports: exportImports(userId),
    versions: exportVersions(userId),
    attempts: exportAttempts(userId, seen),
    // Read last: which questions were met, and what was told of them, is known by then.
    questions: exportQuestions(seen),
  })
}

async function* readMe() {
  yield `${zh.export.readme}\n\n${en.export.readme}\n`.replaceAll('\n', '\r\n')
}

/** The files of one person's export by name, each in pieces that are read when they are wanted. */
export async function exportFiles(userId: string, now: Date): Promise<Record<string, AsyncIterable<string>>> {
  const seen: Seen = new Map()
  return {
    'README.txt': readMe(),
    'export.json': await jsonFile(userId, seen, now),
    'attempts.csv': csvOf(attemptColumns, exportAttempts(userId, seen)),
    'answers.csv': csvOf(answerColumns, answered(userId, seen)),
    'check-ins.csv': csvOf(
      fields('exam', 'on', 'kind', 'score', 'maxScore', 'attemptId', 'createdAt'),
      exportCheckIns(userId),
    ),
    'mistakes.csv': csvOf(
      fields(
        'questionId',
        'subject',
        'stem',
        'status',
        'rightInRow',
        'wrongCount',
        'enteredAt',
        'lastAnsweredAt',
        'masteredAt',
        'masteredBy',
      ),
      exportMistakes(userId),
    ),
    'favourites.csv': csvOf(fields('questionId', 'subject', 'stem', 'createdAt'), exportFavourites(userId)),
    'notes.csv': csvOf(fields('questionId', 'subject', 'stem', 'text', 'updatedAt'), exportNotes(userId)),
    'reports.csv': csvOf(
      fields('id', 'questionId', 'subject', 'stem', 'reason', 'text', 'createdAt', 'outcome', 'answer', 'answeredAt'),
      exportReports(userId),
    ),
  }
}
