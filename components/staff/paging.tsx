import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { searchOf } from '@/components/book/list'

type PagingProps = {
  /** The address of the list, in its language. */
  href: string
  /** What is chosen, as it stands in the address. */
  chosen: Record<string, string | undefined>
  /** Of the page that is shown; nothing on the first. */
  cursor: string | undefined
  nextCursor: string | null
}

/** To older rows, and back to the first page. */
export function Paging({ href, chosen, cursor, nextCursor }: PagingProps) {
  const t = useTranslations('staff')
  if (!cursor && !nextCursor) return null
  const look = 'inline-flex min-h-11 items-center px-2 font-semibold text-deed text-small'
  return (
    <nav aria-label={t('pages')} className="-ml-2 flex gap-4 pt-2">
      {cursor && (
        <Link href={`${href}${searchOf(chosen)}`} prefetch={false} className={look}>
          {t('first')}
        </Link>
      )}
      {nextCursor && (
        <Link href={`${href}${searchOf({ ...chosen, cursor: nextCursor })}`} prefetch={false} className={look}>
          {t('next')}
        </Link>
      )}
    </nav>
  )
}
