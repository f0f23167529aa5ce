const firstMs = 1000
const longestMs = 30_000

/** 1, 2, 4 … 30 seconds after the first, second, third … failure in a row; what the server asks for, where that is longer. */
export function waitMsAfter(failures: number, afterSeconds: number | null): number {
  const own = Math.min(longestMs, firstMs * 2 ** (failures - 1))
  return Math.max(own, (afterSeconds ?? 0) * 1000)
}

/** Waits so long, or until the browser tells that the line is back, or until `signal`: whichever is first. */
export const pauseUntilBetter = (signal: AbortSignal) => (failures: number, afterSeconds: number | null) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, waitMsAfter(failures, afterSeconds))
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
