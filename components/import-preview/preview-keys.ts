import { useEffect, useRef } from 'react'

export type PreviewActions = {
  next: () => void
  previous: () => void
  fix: (number: number) => void
  edit: () => void
  skip: () => void
  undo: () => void
  filter: () => void
  flip: () => void
  help: () => void
}

const named: Record<string, Exclude<keyof PreviewActions, 'fix'>> = {
  j: 'next',
  k: 'previous',
  e: 'edit',
  s: 'skip',
  u: 'undo',
  v: 'flip',
  '/': 'filter',
  '?': 'help',
  '？': 'help',
}

const isTyping = (target: Element | null) =>
  target?.closest('textarea, select') !== null ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))

/** The desk's keys. Never while somebody types, nor in a dialog. @param on false: single signs do nothing (WCAG 2.1.4). */
export function usePreviewKeys(actions: PreviewActions, on: boolean) {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(target)) return
      if (document.querySelector('dialog[open]')) return
      const name = named[event.key.toLowerCase()]
      if (name) latest.current[name]()
      else if (/^[1-9]$/.test(event.key)) latest.current.fix(Number(event.key))
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
