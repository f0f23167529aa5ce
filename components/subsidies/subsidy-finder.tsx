import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Unverified } from '@/components/news/unverified'
import { provinceOptions } from '@/components/regions/province-options'
import { hrefIn } from '@/components/shell/locales'
import { FilterSelect, Filters } from '@/components/ui/filters'
import type { SubsidyQuery } from '@/domain/subsidies/input'
import type { SubsidyList } from '@/domain/subsidies/output'
import { SubsidyTable } from './subsidy-table'

type SubsidyFinderProps = { list: SubsidyList; query: SubsidyQuery; levels: ReadonlyMap<string, string> }

/** Subsidies by province and level, and how to ask for one's own. */
export function SubsidyFinder({ list, query, levels }: SubsidyFinderProps) {
  const t = useTranslations('subsidies')
  const locale = useLocale()
  const path = hrefIn(locale, '/news/subsidies')
  return (
    <>
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-ink-2 text-small">
        {list.items.some((item) => !item.verified) && <Unverified words={t('asTitled')} />}
        {t('about')}
      </p>
      <Filters label={t('filters')} action={path} submit={t('show')}>
        <FilterSelect
          name="region"
          label={t('region')}
          all={t('allRegions')}
          value={query.region}
          options={provinceOptions(locale)}
        />
        <FilterSelect
          name="level"
          label={t('level')}
          all={t('allLevels')}
          value={query.level}
          options={[...levels].map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      <p className="pb-2 text-ink-3 text-meta" role="status">
        {list.items.length > 0 ? t('count', { count: list.items.length }) : t('nothing')}
        {query.level && list.items.length > 0 && ` ${t('levelNote')}`}
      </p>
      {list.items.length > 0 && <SubsidyTable items={list.items} levels={levels} />}
      {(query.region || query.level) && (
        <Link
          href={path}
          prefetch={false}
          className="-ml-2 inline-flex min-h-11 items-center px-2 font-semibold text-deed text-small"
        >
          {t('showAll')}
        </Link>
      )}
      <section aria-labelledby="ask" className="pt-8">
        <h2 id="ask" className="font-semibold">
          {t('askTitle')}
        </h2>
        <ol className="list-decimal pt-2 pl-5 text-small marker:text-ink-3">
          {(['ask1', 'ask2', 'ask3'] as const).map((ask) => (
            <li key={ask} className="pt-1">
              {t(ask)}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
