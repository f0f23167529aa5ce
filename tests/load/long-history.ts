import { randomUUID } from 'node:crypto'
import type Driver from 'better-sqlite3'

/** Years of practice put straight into a database: a set of eight again and again, over a year, until there are `answers`. */
export type LongHistory = { userId: string; subjects: readonly string[]; answers: number; until: Date }

type Question = { id: string; type: string; chapter: string | null; version: string; subject: string }
type Given = { question: Question; verdict: 'right' | 'partial' | 'wrong'; score: number; maxScore: number }

const perSet = 8
const yearMs = 365 * 86_400_000

/** A number between 0 and 1 that is the same at every run. */
function chanceOf(text: string): number {
  let hash = 2_166_136_261
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

/** Chapters differ in how well they go, and all go better from month to month. */
function giveAnswer(question: Question, set: number, along: number): Given {
  const skill = 0.4 + 0.35 * chanceOf(`${question.subject}/${question.chapter}`) + 0.15 * along
  const maxScore = question.type === 'multiple' ? 2 : 1
  const chance = chanceOf(`${question.id}/${set}`)
  if (chance < skill) return { question, verdict: 'right', score: maxScore, maxScore }
  const partial = maxScore === 2 && chance < skill + 0.2
  return { question, verdict: partial ? 'partial' : 'wrong', score: partial ? 1 : 0, maxScore }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function resultOf(given: readonly Given[], open: number, spentMs: number) {
  const count = (verdict: string) => given.filter((one) => one.verdict === verdict).length
  const missed = sum(given.filter((one) => one.verdict === 'partial').map((one) => one.maxScore - one.score))
  const overdone = given.filter((one) => one.verdict === 'wrong' && one.maxScore === 2).length
  return JSON.stringify({
    score: sum(given.map((one) => one.score)),
    maxScore: sum(given.map((one) => one.maxScore)) + open,
    ...{ right: count('right'), partial: count('partial'), wrong: count('wrong') },
    ...{ unanswered: open, unmarked: 0, gaveUp: 0, withdrawn: 0, spentMs },
    lost: { over: overdone * 1.5, under: missed },
  })
}

function statements(file: Driver.Database) {
  return {
    attempt: file.prepare(
      `insert into attempts (id, user_id, exam_slug, subject_slug, mode, day, scope, feedback, started_at, finished_at, result)
       values (@id, @userId, @exam, @subject, @mode, @day, @scope, 'each', @startedAt, @finishedAt, @result)`,
    ),
    item: file.prepare(
      `insert into attempt_items (attempt_id, question_id, position, version_id, rule, points)
       values (?, ?, ?, ?, ?, ?)`,
    ),
    answer: file.prepare(
      `insert into answers (attempt_id, question_id, answer, spent_ms, answered_at, received_at, verdict, score,
         max_score, user_id, subject_slug, chapter_key, type, told)
       values (?, ?, '{"choices":["A"]}', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    ),
    checkIn: file.prepare(
      `insert into check_ins (user_id, exam_slug, day, kind, attempt_id, score, max_score, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    ),
  }
}

function questionsOf(file: Driver.Database, subject: string): Question[] {
  return file
    .prepare(
      `select id, type, chapter_key as chapter, current_version_id as version, subject_slug as subject
       from questions where subject_slug = ? and status = 'published' and type in ('single', 'multiple')`,
    )
    .all(subject) as Question[]
}

/** Writes the history, and the exam's check-ins with it. Every twentieth set was ended half-way, every seventh day missed. */
export function writeHistory(file: Driver.Database, { userId, subjects, answers, until }: LongHistory) {
  const insert = statements(file)
  const banks = subjects.map((subject) => questionsOf(file, subject))
  const exam = (
    file.prepare('select exam_slug as exam from subjects where slug = ?').get(subjects[0]) as { exam: string }
  ).exam
  const sets = Math.ceil(answers / perSet)
  const write = (set: number) => {
    const bank = banks[set % banks.length] ?? []
    const along = set / sets
    const startedAt = until.getTime() - Math.round(yearMs * (1 - along)) - 600_000
    const day = new Date(startedAt + 8 * 3_600_000).toISOString().slice(0, 10)
    const first = Math.floor(chanceOf(`set ${set}`) * bank.length)
    const chosen = Array.from({ length: perSet }, (_, index) => bank[(first + index * 7) % bank.length])
    const questions = [...new Map(chosen.flatMap((one) => (one ? [[one.id, one] as const] : []))).values()]
    const given = questions.map((one) => giveAnswer(one, set, along)).slice(0, set % 20 === 19 ? 4 : perSet)
    const mode = (['daily', 'daily', 'chapter', 'custom', 'mistakes'] as const)[set % 5] ?? 'daily'
    const spent = (index: number) => 15_000 + Math.round(chanceOf(`${set}/${index}`) * 80_000)
    const id = randomUUID()
    const result = resultOf(given, questions.length - given.length, sum(given.map((_, index) => spent(index))))
    const subject = subjects[set % subjects.length]
    const scope = mode === 'chapter' ? JSON.stringify({ chapters: [questions[0]?.chapter] }) : null
    const finishedAt = startedAt + 500_000
    const dayOf = mode === 'daily' ? day : null
    insert.attempt.run({ id, userId, exam, subject, mode, day: dayOf, scope, startedAt, finishedAt, result })
    for (const [index, one] of questions.entries())
      insert.item.run(
        id,
        one.id,
        index,
        one.version,
        one.type === 'multiple' ? 'half-per-option' : 'all-or-nothing',
        one.type === 'multiple' ? 2 : 1,
      )
    for (const [index, { question, verdict, score, maxScore }] of given.entries()) {
      const at = startedAt + index * 60_000
      const { chapter, type } = question
      insert.answer.run(id, question.id, spent(index), at, at, verdict, score, maxScore, userId, subject, chapter, type)
    }
    if (chanceOf(day) < 1 / 7) return
    const [score, maxScore] = [sum(given.map((one) => one.score)), sum(given.map((one) => one.maxScore))]
    insert.checkIn.run(
      userId,
      exam,
      day,
      chanceOf(`${day}!`) < 0.03 ? 'made-up' : 'done',
      id,
      score,
      maxScore,
      finishedAt,
    )
  }
  file.transaction(() => {
    for (let set = 0; set < sets; set++) write(set)
  })()
}
