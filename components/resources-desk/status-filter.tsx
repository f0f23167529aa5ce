import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { ResourceStatus } from './queries'
import { statuses } from './statuses'

type StatusFilterProps = {
  locale: string
  chosen: ResourceStatus | undefined
  /** How many there are of each. */
  counts: Record<ResourceStatus, number>
}

/** Which of them are shown, with how many there are; it stands in the address. */
export function StatusFilter({ locale, chosen, counts }: StatusFilterProps) {
  const t = useTranslations('resourcesDesk')
  const all = statuses.reduce((sum, status) => sum + counts[status], 0)
  const entries = [[undefined, all] as const, ...statuses.map((status) => [status, counts[status]] as const)]
  return (
    <nav aria-label={t('filter')}>
      <ul className="flex flex-wrap gap-2 max-md:gap-1.5">
        {entries.map(([status, count]) => (
          <li key={status ?? 'all'}>
            <Link
              href={hrefIn(locale, `/studio/resources${status ? `?status=${status}` : ''}`)}
              prefetch={false}
              aria-current={status === chosen ? 'true' : undefined}
              className="group inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-button border-[1.5px] border-edge px-3 text-small max-md:px-2.5 aria-[current=true]:border-pencil aria-[current=true]:bg-pencil aria-[current=true]:text-paper md:min-h-9"
            >
              {t(status ? `status.${status}` : 'all')}
              <span className="text-ink-3 group-aria-[current=true]:text-paper">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
