import { useTranslations } from 'next-intl'
import { provinceOptions } from '@/components/regions/province-options'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'

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
          {provinceOptions(locale).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
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
