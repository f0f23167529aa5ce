import { useTranslations } from 'next-intl'
import { provinceOptions } from '@/components/regions/province-options'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'

type ProvinceFormProps = { region: string; locale: string }

/** Which province: a plain form, whose answer stands in the address. */
export function ProvinceForm({ region, locale }: ProvinceFormProps) {
  const t = useTranslations('events')
  return (
    <form action={hrefIn(locale, '/calendar')} className="flex max-w-[26rem] items-end gap-2 pt-4">
      <label className="grid min-w-0 flex-1 gap-1 text-ink-2 text-meta">
        {t('province')}
        <select
          name="region"
          defaultValue={region}
          // The browser would keep what was chosen before, against the address.
          key={region}
          autoComplete="off"
          className="min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-ink text-small"
        >
          <option value="">{t('nation')}</option>
          {provinceOptions(locale).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="outlined" className="text-small">
        {t('show')}
      </Button>
    </form>
  )
}
