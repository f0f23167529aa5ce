/**
 * One's settings: this browser's own copy comes first, so that each takes effect at once and without an account. What
 * was chosen and not told to the server yet lies beside it (`settings-unsent`); users/sync.ts tells it.
 */
import { useSyncExternalStore } from 'react'
import { isUnder, parse, put, take } from '@/components/attempts/shelf'
import type { Settings as Chosen } from '@/domain/users/input'

/** Only the language may stay unchosen: then it is that of the page. */
export type Settings = Required<Omit<Chosen, 'language'>> & Pick<Chosen, 'language'>

const standard: Settings = { instant: false, atEnd: false, shortcuts: true, theme: 'system', games: true }
const key = 'settings'
const unsentKey = 'settings-unsent'
const listeners = new Set<() => void>()
let known: Settings | null = null

const stored = (name: string) => (parse(take(name) ?? '{}') ?? {}) as Chosen

const readChosen = () => stored(key)
export const readUnsent = () => stored(unsentKey)

function readSettings(): Settings {
  known ??= { ...standard, ...readChosen() }
  return known
}

/** Marks on <html> what style sheets go by; the script in the head does the same before anything is painted. */
function show({ theme, games }: Settings) {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (games) delete dataset.games
  else dataset.games = 'off'
}

function reread() {
  known = null
  show(readSettings())
  for (const listener of listeners) listener()
}

export function changeSettings(change: Chosen) {
  put(key, JSON.stringify({ ...readChosen(), ...change }))
  put(unsentKey, JSON.stringify({ ...readUnsent(), ...change }))
  reread()
  window.dispatchEvent(new Event('yilian:settings'))
}

/** The server knows these now; what was changed meanwhile still waits. */
export function settingsWereSent(sent: Chosen) {
  const waiting = Object.entries(readUnsent()).filter(([name, value]) => sent[name as keyof Chosen] !== value)
  put(unsentKey, JSON.stringify(Object.fromEntries(waiting)))
}

/**
 * Takes over what the server holds. What was chosen here and not told yet stands; what the server has never heard of is
 * told.
 */
export function adoptSettings(theirs: Chosen) {
  const here = readChosen()
  const unheard = Object.entries(here).filter(([name]) => !(name in theirs))
  put(unsentKey, JSON.stringify({ ...Object.fromEntries(unheard), ...readUnsent() }))
  put(key, JSON.stringify({ ...here, ...theirs, ...readUnsent() }))
  reread()
}

/** Whoever comes next on this device begins afresh; only the look of the device stays. */
export function forgetSettings() {
  const { theme, language } = readChosen()
  put(key, JSON.stringify({ theme, language }))
  put(unsentKey, '{}')
  reread()
}

/** Another tab has changed them. */
export function onSettingsStorage(event: StorageEvent) {
  if (isUnder(event, key)) reread()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSettings = () => useSyncExternalStore(subscribe, readSettings, () => standard)
