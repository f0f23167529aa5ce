import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefIn } from '@/components/shell/locales'

const bookPaths = {
  open: '/mistakes',
  mastered: '/mistakes/mastered',
  favourites: '/favourites',
  notes: '/notes',
  reports: '/reports',
} as const
type BookPart = keyof typeof bookPaths
const parts = Object.keys(bookPaths) as BookPart[]

type BookFrameProps = {
  locale: string
  part: BookPart
  /** Beside a part's name, where there is something to count. */
  counts?: Partial<Record<BookPart, number>>
  children: ReactNode
}

/** What one has collected: 错题, 已掌握, 收藏, 笔记, 纠错, each a page of its own. */
export function BookFrame({ locale, part, counts = {}, children }: BookFrameProps) {
  const t = useTranslations('book')
  return (
    <div className="mx-auto w-full max-w-[46rem] pt-6 pb-16 lg:pt-10">
      <h1 className="font-song text-heading md:text-title">{t(`title.${part}`)}</h1>
      <nav aria-label={t('parts')} className="mt-3 border-rule border-b print:hidden">
        <ul className="-mx-2 flex flex-wrap md:-mx-3 md:gap-1">
          {parts.map((one) => (
            <li key={one}>
              <Link
                href={hrefIn(locale, bookPaths[one])}
                prefetch={false}
                aria-current={one === part ? 'page' : undefined}
                className="inline-flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 px-2 text-ink-2 text-small -outline-offset-2 aria-[current=page]:border-pencil aria-[current=page]:font-semibold aria-[current=page]:text-ink md:px-3"
              >
                {t(`part.${one}`)}
                {counts[one] ? <span className="ml-1 font-normal text-ink-3">{counts[one]}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}
