import { useCallback, useRef, useState } from 'react'

/**
 * A part of the page that is fetched when it is first wanted. In a tunnel it cannot be: `failed` until it is there, and
 * the next wish asks again. @param load an `import()` of its own, outside the component
 */
export function useLate<T>(load: () => Promise<T>) {
  const [part, setPart] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const asking = useRef(false)
  const want = useCallback(() => {
    if (asking.current) return
    asking.current = true
    load().then(
      (loaded) => {
        setPart(() => loaded)
        setFailed(false)
      },
      () => {
        // Whatever kept the script away, a later wish may find it.
        asking.current = false
        setFailed(true)
      },
    )
  }, [load])
  return { part, failed, want }
}
