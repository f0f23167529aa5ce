import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import { provinceName, provinceSlugs } from '@/domain/regions/provinces'

type Props = { locale: string; region: string; year: number }

const look = 'min-h-11 rounded-button border-[1.5px] border-edge bg-paper px-3 text-ink text-small'

/** Which year and region: a plain form, whose answer stands in the address. */
export function YearForm({ locale, region, year }: Props) {
  const t = useTranslations('eventsDesk')
  return (
    <form action={hrefIn(locale, '/studio/calendar')} className="flex flex-wrap items-end gap-3 py-3">
      <label className="grid gap-1 text-ink-2 text-small">
        {t('region')}
        <select name="region" defaultValue={region} key={region} autoComplete="off" className={look}>
          <option value="">{t('nation')}</option>
          {provinceSlugs.map((slug) => (
            <option key={slug} value={slug}>
              {provinceName(slug, locale)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-ink-2 text-small">
        {t('year')}
        <input name="year" type="number" min="2000" max="2100" defaultValue={year} key={year} className={look} />
      </label>
      <Button type="submit" look="outlined">
        {t('show')}
      </Button>
    </form>
  )
}
