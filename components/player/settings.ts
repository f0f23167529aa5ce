import { useSyncExternalStore } from 'react'
import { parse, put, take } from '@/components/attempts/shelf'

export type Settings = {
  /** 单选点选即判: a tap on an option of a single-choice question hands it in. */
  instant: boolean
  /** 做完再看解析: feedback at the end. Fixed for a set when it is begun. */
  atEnd: boolean
  /** Single letters as keys; who dictates to the computer wants them off. */
  shortcuts: boolean
}

const standard: Settings = { instant: false, atEnd: false, shortcuts: true }
const listeners = new Set<() => void>()
let known: Settings | null = null

function readSettings(): Settings {
  known ??= { ...standard, ...(parse(take('settings') ?? '{}') as Partial<Settings>) }
  return known
}

export function changeSettings(change: Partial<Settings>) {
  known = { ...readSettings(), ...change }
  put('settings', JSON.stringify(known))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSettings = () => useSyncExternalStore(subscribe, readSettings, () => standard)
