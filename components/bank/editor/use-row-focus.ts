import { type FocusEvent, useEffect, useRef } from 'react'

/**
 * Where the focus goes in a list of a form that grows and shrinks: into the row that was added; from a row that went,
 * with the button that was pressed, to the row in its place.
 */
export function useRowFocus<E extends HTMLElement>(count: number) {
  const list = useRef<E>(null)
  const before = useRef(count)
  const last = useRef(0)
  useEffect(() => {
    const rows = [...(list.current?.children ?? [])]
    const fieldset = list.current?.closest('fieldset')
    const { activeElement } = document
    const hasLost = activeElement === null || activeElement === document.body
    // Rows also come and go when another version is shown, while the focus is elsewhere: there it stays.
    if (count > before.current && fieldset?.contains(activeElement))
      rows
        .at(-1)
        ?.querySelector<HTMLElement>('textarea, input:not([type=radio], [type=checkbox], [type=file])')
        ?.focus()
    if (count < before.current && hasLost) {
      const buttons = (rows[Math.min(last.current, count - 1)] ?? fieldset)?.querySelectorAll('button')
      buttons?.item(buttons.length - 1)?.focus()
    }
    before.current = count
  }, [count])
  const onFocus = (event: FocusEvent) => {
    last.current = [...(list.current?.children ?? [])].findIndex((row) => row.contains(event.target))
  }
  return { list, onFocus }
}
