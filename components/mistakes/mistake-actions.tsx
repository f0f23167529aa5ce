import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type Filter, searchOf } from '@/components/book/list'
import { drillPath } from '@/components/drill/scope'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

type MistakeActionsProps = { filter: Filter; subjects: readonly { key: string; title: string; count: number }[] }

/** 重做, 背题, 打印: of what is chosen. A drill is of one subject: while none is chosen, each has its own 重做. */
export function MistakeActions({ filter, subjects }: MistakeActionsProps) {
  const t = useTranslations('mistakes')
  const locale = useLocale()
  const [only] = subjects
  const subject = filter.subject ?? (subjects.length === 1 ? only?.key : undefined)
  const chapter = filter.chapter
  const print = `/mistakes/print${searchOf(filter)}`
  const quiet = 'inline-flex min-h-11 items-center rounded-button px-2 text-deed text-small active:bg-sunk'
  return (
    <div className="flex flex-wrap items-center gap-3 pt-4 print:hidden">
      {subject ? (
        <>
          <Link
            href={hrefIn(locale, drillPath({ mode: 'mistakes', subject, ...(chapter && { chapter }) }))}
            prefetch={false}
            className={buttonLook('filled')}
          >
            {t('redo')}
          </Link>
          <Link
            href={hrefIn(locale, `/practice/${subject}/recite${searchOf({ of: 'mistakes', chapter })}`)}
            prefetch={false}
            className={buttonLook('outlined')}
          >
            {t('recite')}
          </Link>
        </>
      ) : (
        subjects.map(({ key, title, count }) => (
          <Link
            key={key}
            href={hrefIn(locale, drillPath({ mode: 'mistakes', subject: key }))}
            prefetch={false}
            className={buttonLook('outlined')}
          >
            {t('redoOf', { subject: title, count })}
          </Link>
        ))
      )}
      <Link href={hrefIn(locale, print)} prefetch={false} className={quiet}>
        {t('print')}
      </Link>
    </div>
  )
}
