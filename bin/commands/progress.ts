const everyMs = 1000
let last = performance.now()

/** A sign of life on stderr, once a second, where somebody is looking. */
export function progressOf(importId: string) {
  if (!process.stderr.isTTY || performance.now() - last < everyMs) return
  last = performance.now()
  process.stderr.write(`\r${importId} … ${Math.round(last / 1000)} s`)
}
