import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import { searchOf } from './list'

type SubjectRowsProps = {
  subjects: readonly { key: string; title: string; count?: number }[]
  /** The list, which a subject's name narrows to it. */
  path: string
  action: string
  hrefOf: (subject: string) => string
}

/** The subjects of a list, each with what one can do with its questions: a drill is of one subject. */
export function SubjectRows({ subjects, path, action, hrefOf }: SubjectRowsProps) {
  const t = useTranslations('book')
  const locale = useLocale()
  return (
    <ul className="pt-1 print:hidden">
      {subjects.map(({ key, title, count }) => (
        <li key={key} className="flex items-center gap-x-4 border-rule border-b py-1.5">
          <Link
            href={hrefIn(locale, path + searchOf({ subject: key }))}
            prefetch={false}
            scroll={false}
            className="grid min-h-11 min-w-0 flex-1 content-center active:bg-sunk"
          >
            <span className="text-small md:text-body">{title}</span>
            {count !== undefined && <span className="text-ink-3 text-meta">{t('count', { count })}</span>}
          </Link>
          <Link
            href={hrefIn(locale, hrefOf(key))}
            prefetch={false}
            aria-label={`${action} ${title}`}
            className={buttonLook('outlined', 'shrink-0', 'small')}
          >
            {action}
          </Link>
        </li>
      ))}
    </ul>
  )
}
