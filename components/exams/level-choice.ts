import { useSyncExternalStore } from 'react'
import { noLevel, storageKey } from './level-parts'

const changed = 'yilian:level'

export function chooseLevel(id: string) {
  document.documentElement.dataset.level = id
  try {
    localStorage.setItem(storageKey, id)
  } catch {
    // Storage is blocked: the choice lasts as long as the page, and is asked for again.
  }
  window.dispatchEvent(new Event(changed))
}

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener)
  return () => window.removeEventListener(changed, listener)
}

/** The chosen level's id, or `none`. */
export function useLevel(): string {
  return useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.level ?? noLevel,
    () => noLevel,
  )
}
