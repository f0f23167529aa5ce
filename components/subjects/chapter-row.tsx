import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ListedAttempt } from '@/components/attempts/queries'
import { drillPath } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { Chapter } from './queries'

type ChapterRowProps = {
  subject: string
  chapter: Chapter
  depth: number
  locale: string
  open: ListedAttempt | undefined
  /** What is not certain about it. */
  children: ReactNode
}

/** A chapter: 去练, or 继续 where it was left; 背题. One without questions is no link. */
export function ChapterRow({ subject, chapter, depth, locale, open, children }: ChapterRowProps) {
  const t = useTranslations('subject')
  const { key, title, count } = chapter
  const name = (word: string) => `${word} ${title}`
  return (
    <li className="flex items-center gap-x-2 border-rule border-b py-2">
      <span className="min-w-0 flex-1" style={{ paddingInlineStart: `${depth}em` }}>
        <span lang="zh-CN">{title}</span>
        <span className="block text-ink-3 text-meta">
          {count === 0 ? t('chapterNone') : t('chapterCount', { count })}
          {open && ` · ${t('chapterDone', { count: open.answered })}`}
        </span>
        {children}
      </span>
      {count > 0 && (
        <>
          <Link
            href={hrefIn(locale, `/practice/${subject}/recite?chapter=${key}`)}
            prefetch={false}
            aria-label={name(t('recite'))}
            className="inline-flex min-h-11 shrink-0 items-center rounded-button px-2 text-deed text-small active:bg-sunk"
          >
            {t('recite')}
          </Link>
          <Link
            href={hrefIn(locale, drillPath({ mode: 'chapter', subject, chapter: key }))}
            prefetch={false}
            aria-label={name(t(open ? 'resume' : 'practise'))}
            className={buttonLook('outlined', 'shrink-0', 'small')}
          >
            {t(open ? 'resume' : 'practise')}
          </Link>
        </>
      )}
    </li>
  )
}
