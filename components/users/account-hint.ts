/**
 * Whether this browser is signed in, as far as it remembers: static pages cannot ask. The script in the head marks it
 * on <html> before anything is painted (`data-account`); a wrong memory is put right by GET /me (users/sync.ts).
 */
import { useSyncExternalStore } from 'react'
import { drop, isUnder, parse, put, take } from '@/components/attempts/shelf'

export type AccountHint = {
  name: string | null
  /** When the server last confirmed it, in milliseconds. */
  at: number
}

const key = 'account'
const listeners = new Set<() => void>()
let known: AccountHint | null | undefined

function read(): AccountHint | null {
  const value = parse(take(key) ?? 'null') as Partial<AccountHint> | null | undefined
  if (typeof value !== 'object' || value === null) return null
  return { name: typeof value.name === 'string' ? value.name : null, at: Number(value.at) || 0 }
}

export function readAccountHint(): AccountHint | null {
  if (known === undefined) known = read()
  return known
}

function reread() {
  known = undefined
  const hint = readAccountHint()
  if (hint) document.documentElement.dataset.account = hint.name ? 'named' : 'nameless'
  else delete document.documentElement.dataset.account
  for (const listener of listeners) listener()
}

export function rememberAccount(name: string | null, nowMs: number) {
  put(key, JSON.stringify({ name, at: nowMs } satisfies AccountHint))
  reread()
}

export function forgetAccount() {
  drop(key)
  reread()
}

/** What another tab has come to know. @returns whether somebody has signed in or out there. */
export function onAccountStorage(event: StorageEvent): 'in' | 'out' | null {
  if (!isUnder(event, key)) return null
  const before = known
  reread()
  if (Boolean(before) === Boolean(known)) return null
  return known ? 'in' : 'out'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAccountHint = () => useSyncExternalStore(subscribe, readAccountHint, () => null)
