import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { ResourceKind, ResourceQuery } from '@/domain/resources/input'
import { listPath } from '../scope'

type KindFilterProps = { query: ResourceQuery; kinds: readonly [ResourceKind, number][]; locale: string }

/** What kind of material, with how many there are: chips in a row that slides on phones, a ruled list beside wide ones. */
export function KindFilter({ query, kinds, locale }: KindFilterProps) {
  const t = useTranslations('resources')
  const all = kinds.reduce((sum, [, count]) => sum + count, 0)
  const entries = [[undefined, all] as const, ...kinds]
  return (
    <nav aria-label={t('kinds')} className="-mx-4 md:mx-0">
      <ul className="flex gap-2 scroll-px-4 overflow-x-auto px-4 py-3 md:flex-wrap md:px-0 lg:grid lg:gap-0 lg:overflow-visible lg:border-rule lg:border-t lg:py-0">
        {entries.map(([kind, count]) => (
          <li key={kind ?? 'all'} className="shrink-0 lg:border-rule lg:border-b">
            <Link
              href={hrefIn(locale, listPath({ ...query, kind }))}
              prefetch={false}
              aria-current={kind === query.kind ? 'true' : undefined}
              className="group inline-flex min-h-11 items-center justify-between gap-2 whitespace-nowrap rounded-button border-[1.5px] border-edge px-3 text-small -outline-offset-2 [scroll-initial-target:none] aria-[current=true]:border-pencil aria-[current=true]:bg-pencil aria-[current=true]:text-paper aria-[current=true]:[scroll-initial-target:nearest] lg:-mx-3 lg:flex lg:rounded-none lg:aria-[current=true]:[scroll-initial-target:none] lg:border-0 lg:hover:bg-sunk lg:aria-[current=true]:bg-transparent lg:aria-[current=true]:font-semibold lg:aria-[current=true]:text-ink"
            >
              {kind ? t(`kind.${kind}`) : t('all')}
              <span className="font-normal text-ink-3 group-aria-[current=true]:text-paper lg:group-aria-[current=true]:text-ink-3">
                {count}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
