/**
 * Local storage under one prefix, with memory behind it where storage is missing or full. The number in the prefix is
 * that of the shapes: a version of the app that changes them leaves what it finds under the old one alone.
 */
const prefix = 'yilian:1:'
const asidePrefix = 'yilian:aside:'

const memory = new Map<string, string>()
let durable = true

function storage(): Storage | null {
  // Rendered on the server, where nothing is stored.
  if (typeof window === 'undefined') return null
  try {
    return window.localStorage
  } catch (error) {
    // Cookies and storage switched off: reading the property itself throws.
    if (!(error instanceof DOMException)) throw error
    durable = false
    return null
  }
}

/** False once something could only be kept in memory: it would not survive a reload. */
export const isDurable = () => durable

export function take(key: string): string | null {
  return memory.get(key) ?? storage()?.getItem(prefix + key) ?? null
}

export function put(key: string, value: string) {
  try {
    const place = storage()
    if (!place) throw new DOMException('no storage', 'QuotaExceededError')
    place.setItem(prefix + key, value)
    memory.delete(key)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    durable = false
    memory.set(key, value)
  }
}

export function drop(key: string) {
  memory.delete(key)
  storage()?.removeItem(prefix + key)
}

/** What lies under `kind:`, sorted by key. What is no JSON, or not of this shape, is put aside and not read again. */
export function takeAll<T>(kind: string, isShape: (value: unknown) => value is T): T[] {
  return keysOf(kind).flatMap((key) => {
    const text = take(key)
    const value = text === null ? undefined : parse(text)
    if (isShape(value)) return [value]
    if (text !== null) putAside(key, text)
    return []
  })
}

export function keysOf(kind: string): string[] {
  const place = storage()
  const stored = place ? Array.from({ length: place.length }, (_, index) => place.key(index) ?? '') : []
  const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  return [...new Set([...own, ...memory.keys()])].filter((key) => key.startsWith(`${kind}:`)).sort()
}

/** Whether a `storage` event's key is ours. */
export const isOurs = (key: string | null, kind: string) => key === null || key.startsWith(`${prefix}${kind}:`)

/** Whether a `storage` event is about what lies under this key. */
export const isUnder = (event: StorageEvent, key: string) => event.key === null || event.key === prefix + key

export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function putAside(key: string, text: string) {
  drop(key)
  try {
    storage()?.setItem(asidePrefix + key, text)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    durable = false
  }
}
