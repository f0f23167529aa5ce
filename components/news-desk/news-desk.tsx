'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { StatusWord } from '@/components/resources-desk/status-word'
import { hrefIn } from '@/components/shell/locales'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { useAwake } from '@/components/ui/use-awake'
import type { NewsKind } from '@/domain/news/input'
import type { NewsDeskView } from '@/domain/news/output'
import { newsIn } from './news-body'
import { NewsForm } from './news-form'
import { changeNews, publishNews, retireNews } from './queries'

type NewsDeskProps = { initial: NewsDeskView; kinds: readonly NewsKind[]; today: string }

/** A piece of news: where it stands, what it says, and the way to readers and back. */
export function NewsDesk({ initial, kinds, today }: NewsDeskProps) {
  const t = useTranslations('newsDesk')
  const locale = useLocale()
  const [news, setNews] = useState(initial)
  const [moved, setMoved] = useState<'publish' | 'retire' | null>(null)
  const standing = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: the focus is on what came of it.
  useEffect(() => {
    if (moved) standing.current?.focus()
  }, [moved])
  const { id, status, updatedAt } = news
  return (
    <>
      <p ref={standing} tabIndex={-1} className="flex flex-wrap items-center gap-x-4 pt-2 text-small outline-none">
        {moved ? <span role="status">{t(`move.${moved}.done`)}</span> : <StatusWord status={status} />}
        {status === 'published' && (
          <Link
            href={hrefIn(locale, `/news/${id}`)}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-deed"
          >
            {t('seeIt')}
          </Link>
        )}
      </p>
      <NewsForm
        {...{ kinds, today }}
        known={news}
        send={(fields) => changeNews(id, { ...newsIn(fields), seen: updatedAt })}
        onSaved={setNews}
        beside={(isWritten) => (
          <Move
            {...{ news, isWritten }}
            onMoved={(move, after) => {
              setNews(after)
              setMoved(move)
            }}
          />
        )}
      />
    </>
  )
}

type MoveProps = {
  news: NewsDeskView
  isWritten: boolean
  onMoved: (move: 'publish' | 'retire', after: NewsDeskView) => void
}

/** Before readers, and away from them: as it is saved, and so not while something is not. */
function Move({ news: { id, status, title }, isWritten, onMoved }: MoveProps) {
  const t = useTranslations('newsDesk')
  const awake = useAwake()
  const move = status === 'published' ? 'retire' : 'publish'
  return (
    <ConfirmedButton
      space="newsDesk"
      // The one for what is next is another button, and closed when it comes.
      key={move}
      action={t(`move.${move}.action`)}
      title={t(`move.${move}.title`, { title })}
      effect={t(`move.${move}.effect`)}
      disabled={!awake || isWritten}
      run={async () => onMoved(move, await (move === 'retire' ? retireNews : publishNews)(id))}
    />
  )
}
