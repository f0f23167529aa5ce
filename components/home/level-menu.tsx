'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { chooseLevel, useLevel } from '@/components/exams/level-choice'
import type { LevelCard } from '@/components/exams/levels'
import { AnswerBox } from '@/components/ui/answer-box'

/** 初级 ▾: which level the browser practises for, and the way to another. */
export function LevelMenu({ levels }: { levels: readonly LevelCard[] }) {
  const t = useTranslations('home')
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const list = useId()
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  useDismissal(open, root, { onLeave: () => setOpen(false), onEscape: close })
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
      <LevelList id={list} hidden={!open} levels={levels} onChosen={close} />
    </div>
  )
}

type LevelListProps = { id: string; hidden: boolean; levels: readonly LevelCard[]; onChosen: () => void }

function LevelList({ id, hidden, levels, onChosen }: LevelListProps) {
  const chosen = useLevel()
  return (
    <ul
      id={id}
      hidden={hidden}
      className="absolute top-full left-0 z-10 w-max max-w-[calc(100vw-6rem)] rounded-button border border-edge bg-paper px-4"
    >
      {levels.map((level) => (
        <li key={level.id} className="border-rule not-first:border-t">
          <button
            type="button"
            aria-pressed={level.id === chosen}
            onClick={() => {
              chooseLevel(level.id)
              onChosen()
            }}
            className="flex min-h-13 w-full items-center gap-4 text-left"
          >
            <AnswerBox sign={[...level.title][0] ?? ''} filled={level.id === chosen} />
            <span>
              {level.title} <span className="text-ink-2 text-small">{level.name}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type Dismissal = { onLeave: () => void; onEscape: () => void }

/** Closes what is open when a finger or the focus goes elsewhere, or Escape is pressed. */
function useDismissal(open: boolean, root: RefObject<HTMLElement | null>, dismissal: Dismissal) {
  const latest = useRef(dismissal)
  useEffect(() => {
    latest.current = dismissal
  })
  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) latest.current.onLeave()
    }
    const press = (event: KeyboardEvent) => event.key === 'Escape' && latest.current.onEscape()
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', press)
    }
  }, [open, root])
}
