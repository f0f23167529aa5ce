'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { chooseLevel, useLevel } from '@/components/exams/level-choice'
import type { LevelCard } from '@/components/exams/levels'
import { AnswerBox } from '@/components/ui/answer-box'

/** 初级 ▾: which level the browser practises for, and the way to another. */
export function LevelMenu({ levels }: { levels: readonly LevelCard[] }) {
  const t = useTranslations('home')
  const chosen = useLevel()
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const list = useId()
  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('keydown', closeByKey)
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [open])
  return (
    <div ref={root} data-for-level="any" className="relative">
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-11 items-center gap-1 px-2 text-deed text-small"
      >
        <span className="sr-only">{t('level')}</span>
        {/* Every level's title is here; the style sheet shows the chosen one before React is awake. */}
        {levels.map(({ id, title }) => (
          <span key={id} data-for-level={id}>
            {title}
          </span>
        ))}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={open ? 'rotate-180' : ''}>
          <path d="M2 4.5 6 8.5 10 4.5" fill="none" className="stroke-current" strokeWidth="1.5" />
        </svg>
      </button>
      <ul
        id={list}
        hidden={!open}
        className="absolute top-full left-0 z-10 w-max max-w-[calc(100vw-6rem)] rounded-button border border-edge bg-paper px-4"
      >
        {levels.map(({ id, title, name }) => (
          <li key={id} className="border-rule not-first:border-t">
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => {
                chooseLevel(id)
                setOpen(false)
                opener.current?.focus()
              }}
              className="flex min-h-13 w-full items-center gap-4 text-left"
            >
              <AnswerBox sign={[...title][0] ?? ''} filled={id === chosen} />
              <span>
                {title} <span className="text-ink-2 text-small">{name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
