import { useLocale, useTranslations } from 'next-intl'
import { provinceOptions } from '@/components/regions/province-options'
import { hrefIn } from '@/components/shell/locales'
import { FilterSelect, Filters } from '@/components/ui/filters'
import type { NewsKind, NewsQuery } from '@/domain/news/input'

/** Province and kind: a plain form, whose answers stand in the address. */
export function NewsFilters({ query, kinds }: { query: NewsQuery; kinds: readonly NewsKind[] }) {
  const t = useTranslations('news')
  const locale = useLocale()
  return (
    <Filters label={t('filters')} action={hrefIn(locale, '/news')} submit={t('show')}>
      <FilterSelect
        name="region"
        label={t('region')}
        all={t('allRegions')}
        value={query.region}
        options={provinceOptions(locale)}
      />
      <FilterSelect
        name="kind"
        label={t('kind')}
        all={t('allKinds')}
        value={query.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
    </Filters>
  )
}
