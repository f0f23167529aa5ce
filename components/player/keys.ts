import { useEffect, useRef } from 'react'

export type KeyActions = {
  choose: (index: number) => void
  enter: () => void
  previous: () => void
  next: () => void
  flag: () => void
  star: () => void
  note: () => void
  help: () => void
}

const isTyping = (target: Element | null) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))

function actionFor(key: string, actions: KeyActions, letters: boolean): (() => void) | null {
  if (key === 'ArrowLeft') return actions.previous
  if (key === 'ArrowRight') return actions.next
  if (!letters) return null
  if (/^[a-e]$/i.test(key)) return () => actions.choose(key.toLowerCase().charCodeAt(0) - 97)
  if (/^[1-8]$/.test(key)) return () => actions.choose(Number(key) - 1)
  const named = { f: actions.flag, s: actions.star, n: actions.note }[key.toLowerCase()]
  if (named) return named
  return key === '?' || key === '？' ? actions.help : null
}

/**
 * The player's keys. Never while somebody types, nor in a dialog. Enter on a button or link is the button's own.
 * @param letters false: single signs do nothing (WCAG 2.1.4), Enter and arrows still work.
 */
export function useKeys(actions: KeyActions, letters: boolean) {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
        return
      if (event.key === 'Enter' && !event.repeat && !target?.closest('button, a, textarea, summary')) {
        event.preventDefault()
        return latest.current.enter()
      }
      if (isTyping(target) || target?.closest('[data-own-keys]')) return
      const action = actionFor(event.key, latest.current, letters)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [letters])
}
