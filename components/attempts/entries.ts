/**
 * What waits in local storage for the server, and the shapes under which it lies there.
 * Every entry has a key of its own, so that two tabs that write at the same time never overwrite each other.
 */
import type { Answer, FeedbackMode, PutAnswer, SelfMark, StartAttempt } from '@/domain/attempts/input'

type What =
  | { kind: 'start' }
  | { kind: 'answer'; question: string; given: PutAnswer }
  | { kind: 'flag'; question: string; flagged: boolean }
  | { kind: 'self-mark'; question: string; points: SelfMark[] }
  | { kind: 'finish' }

/** One thing to tell the server about an attempt, under the name this browser gave the attempt. */
export type NewEntry = { attempt: string } & What
/** `key` sorts by the time of writing. */
export type Entry = NewEntry & { key: string }

/** What is practised, in the words of POST /attempts. */
export type Practice = Omit<StartAttempt, 'id' | 'feedback' | 'again'>

/** An attempt as this browser knows it. `sendAs` is the id it bears on the server, once that is another. */
export type AttemptRecord = Omit<Practice, 'mode'> & {
  /** Absent in what versions of the app stored that knew the daily set alone. */
  mode?: Practice['mode']
  id: string
  sendAs: string
  /** Names what is practised: one unfinished attempt at a time. */
  set: string
  feedback: FeedbackMode
  /** Until the server has heard it: what is unfinished there ends, and this begins from the first question. */
  again?: boolean | undefined
  /** How often it had to be begun anew because the server did not know it. */
  restarts: number
  finished: boolean
  startedAt: number
}

/** An answer given in this browser; kept until the attempt ends, should the attempt have to be begun anew. */
export type Given = { attempt: string; question: string; given: PutAnswer }

export type Outbox = { entries: readonly Entry[]; records: readonly AttemptRecord[]; given: readonly Given[] }

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const areStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

export function isAnswer(value: unknown): value is Answer {
  if (!isFields(value)) return false
  if ('choices' in value) return areStrings(value.choices)
  if ('blanks' in value) return areStrings(value.blanks)
  if ('value' in value) return typeof value.value === 'number'
  return 'text' in value ? typeof value.text === 'string' : value.giveUp === true
}

const isPutAnswer = (value: unknown): value is PutAnswer =>
  isFields(value) && isAnswer(value.answer) && typeof value.spentMs === 'number'

export function isEntry(value: unknown): value is Entry {
  if (!isFields(value) || typeof value.key !== 'string' || typeof value.attempt !== 'string') return false
  if (value.kind === 'start' || value.kind === 'finish') return true
  if (typeof value.question !== 'string') return false
  if (value.kind === 'answer') return isPutAnswer(value.given)
  if (value.kind === 'flag') return typeof value.flagged === 'boolean'
  return value.kind === 'self-mark' && Array.isArray(value.points)
}

export function isRecord(value: unknown): value is AttemptRecord {
  if (!isFields(value) || !areStrings([value.id, value.sendAs, value.set, value.subject])) return false
  if (!isPractice(value)) return false
  return (value.feedback === 'each' || value.feedback === 'end') && typeof value.restarts === 'number'
}

/** Fields that only some modes have. The server looks at what they say. */
function isPractice({ mode = 'daily', on = '', chapter = '', pick = '', chapters = [], count = 1 }: Fields): boolean {
  return areStrings([mode, on, chapter, pick]) && areStrings(chapters) && typeof count === 'number'
}

export const isGiven = (value: unknown): value is Given =>
  isFields(value) && areStrings([value.attempt, value.question]) && isPutAnswer(value.given)

/** A key later than all there are, whatever the clock has done since. `salt` keeps the keys of two tabs apart. */
export function keyAfter(entries: readonly Entry[], nowMs: number, salt: string): string {
  const last = entries.reduce((latest, { key }) => Math.max(latest, Number.parseInt(key, 10) || 0), 0)
  return `${String(Math.max(nowMs, last + 1)).padStart(15, '0')}-${salt}`
}

const rank: Record<Entry['kind'], number> = { start: 0, answer: 1, flag: 2, 'self-mark': 2, finish: 3 }

/** The order in which an attempt's entries go out: start, answers, what refers to answers, finish. */
export const inSendingOrder = (a: Entry, b: Entry) => rank[a.kind] - rank[b.kind] || (a.key < b.key ? -1 : 1)

/**
 * Keys that a new entry replaces. An answer replaces an earlier one only where feedback comes at the end: with feedback
 * after each, the first one is what counts, and the server decides which that was.
 */
export function supersededBy(entry: NewEntry, { entries, records }: Outbox): string[] {
  if (entry.kind === 'start' || entry.kind === 'finish') return []
  const final = records.find((record) => record.id === entry.attempt)?.feedback !== 'end'
  if (entry.kind === 'answer' && final) return []
  const same = entries.filter(
    (one) =>
      one.attempt === entry.attempt && one.kind === entry.kind && 'question' in one && one.question === entry.question,
  )
  return same.map((one) => one.key)
}

/** Whether an entry says nothing that is not waiting already. */
export const isRepeated = (entry: NewEntry, { entries }: Outbox) =>
  (entry.kind === 'start' || entry.kind === 'finish') &&
  entries.some((one) => one.attempt === entry.attempt && one.kind === entry.kind)
