import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type Filter, searchOf } from '@/components/book/list'
import { SubjectRows } from '@/components/book/subject-rows'
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
  const quiet = 'inline-flex min-h-11 items-center rounded-button px-2 text-deed text-small active:bg-sunk'
  const print = (
    <Link href={hrefIn(locale, `/mistakes/print${searchOf(filter)}`)} prefetch={false} className={quiet}>
      {t('print')}
    </Link>
  )
  if (!subject)
    return (
      <>
        <SubjectRows
          subjects={subjects}
          path="/mistakes"
          action={t('redo')}
          hrefOf={(key) => drillPath({ mode: 'mistakes', subject: key })}
        />
        <div className="-mx-2 flex print:hidden">{print}</div>
      </>
    )
  return (
    <div className="flex flex-wrap items-center gap-3 pt-4 print:hidden">
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
      {print}
    </div>
  )
}
