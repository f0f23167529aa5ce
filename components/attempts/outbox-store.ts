import {
  type AttemptRecord,
  type Entry,
  type Given,
  isEntry,
  isGiven,
  isRecord,
  isRepeated,
  keyAfter,
  type NewEntry,
  type Outbox,
  supersededBy,
} from './entries'
import { newId } from './new-id'
import type { Notice, Settlement } from './outbox'
import { drop, isOurs, keysOf, parse, put, takeAll } from './shelf'

const dayMs = 86_400_000
const kinds = ['entry', 'record', 'given']
const salt = newId().slice(0, 8)
const listeners = new Set<() => void>()
const empty: Outbox = { entries: [], records: [], given: [] }
let known: Outbox | null = null

const entryKey = (key: string) => `entry:${key}`
const recordKey = (id: string) => `record:${id}`
const givenKey = ({ attempt, question }: Pick<Given, 'attempt' | 'question'>) => `given:${attempt}:${question}`

/** The outbox of all tabs, as it lies in storage now. */
export function readOutbox(): Outbox {
  known ??= {
    entries: takeAll('entry', isEntry),
    records: takeAll('record', isRecord),
    given: takeAll('given', isGiven),
  }
  return known
}

/** The same, past what another tab may have written without our having heard of it yet. */
export function readOutboxAnew(): Outbox {
  known = null
  return readOutbox()
}

/** What there is before the browser's storage may be looked at. */
export const emptyOutbox = () => empty

/** Forgets what was read, and tells everybody who looks. */
function reread() {
  known = null
  for (const listener of listeners) listener()
}

export function subscribeToOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a `storage` event told of our data; then all is reread. */
export function onStorage({ key }: StorageEvent): boolean {
  const ours = kinds.some((kind) => isOurs(key, kind))
  if (ours) reread()
  return ours
}

/** An answer of this tab that another tab has sent, and for which the server had a different one already. */
export function outvotedBy({ key, oldValue, newValue }: StorageEvent): Notice | null {
  if (newValue !== null || !key?.endsWith(salt)) return null
  const sent = parse(oldValue ?? '')
  if (!isEntry(sent) || sent.kind !== 'answer') return null
  const stands = readOutbox().given.find((one) => one.attempt === sent.attempt && one.question === sent.question)
  if (!stands || JSON.stringify(stands.given.answer) === JSON.stringify(sent.given.answer)) return null
  return { kind: 'answered-elsewhere', question: sent.question }
}

/** Writes an entry, before anything is sent. */
export function addEntry(entry: NewEntry) {
  const outbox = readOutboxAnew()
  if (isRepeated(entry, outbox)) return
  const replaced = supersededBy(entry, outbox)
  const key = keyAfter(outbox.entries, Date.now(), salt)
  put(entryKey(key), JSON.stringify({ ...entry, key } satisfies Entry))
  if (entry.kind === 'answer') keepGiven(entry)
  for (const old of replaced) drop(entryKey(old))
  reread()
}

function keepGiven({ attempt, question, given }: Given) {
  put(givenKey({ attempt, question }), JSON.stringify({ attempt, question, given }))
}

export function putRecord(record: AttemptRecord) {
  put(recordKey(record.id), JSON.stringify(record))
  reread()
}

/** Carries out what a reply came to. New entries are written before old ones are dropped. */
export function applySettlement(attempt: string, { add, remove, record, news, notices }: Settlement) {
  if (record) put(recordKey(record.id), JSON.stringify(record))
  for (const one of news) if (one.kind === 'answered') keepGiven({ ...one, attempt })
  for (const { kind, question } of notices) if (kind === 'refused' && question) drop(givenKey({ attempt, question }))
  for (const entry of add) addEntry(entry)
  for (const key of remove) drop(entryKey(key))
  if (record?.finished || notices.some((one) => one.kind === 'dropped')) forgetAttempt(attempt, record)
  if (record?.finished) endTwins(record)
  reread()
}

/** Two tabs that began at once know one attempt under two names: it has ended under both. */
function endTwins({ id, sendAs }: AttemptRecord) {
  const twins = takeAll('record', isRecord).filter((one) => one.sendAs === sendAs && one.id !== id && !one.finished)
  for (const twin of twins) put(recordKey(twin.id), JSON.stringify({ ...twin, finished: true }))
}

function forgetAttempt(attempt: string, record: AttemptRecord | undefined) {
  for (const one of takeAll('given', isGiven)) if (one.attempt === attempt) drop(givenKey(one))
  if (!record) drop(recordKey(attempt))
}

/** Finished sets are remembered for two days, begun ones that nothing waits for a month. */
export function tidy(nowMs: number) {
  const { entries, records, given } = readOutbox()
  const kept = new Set(
    records
      .filter(({ id, startedAt, finished }) => {
        const waits = entries.some((entry) => entry.attempt === id)
        return waits || nowMs - (startedAt || 0) < (finished ? 2 : 30) * dayMs
      })
      .map((record) => record.id),
  )
  for (const { id } of records) if (!kept.has(id)) drop(recordKey(id))
  const waiting = new Set(entries.map((entry) => entry.attempt))
  for (const one of given) if (!kept.has(one.attempt) && !waiting.has(one.attempt)) drop(givenKey(one))
  for (const key of [...keysOf('draft'), ...keysOf('place')]) if (!kept.has(key.split(':')[1] ?? '')) drop(key)
  known = null
}
