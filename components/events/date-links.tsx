import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { RowLink } from '@/components/ui/row-link'

const ways = { calendar: '/calendar', reminders: '/reminders', news: '/news' } as const

/** The ways to dates and news, for who has come to practise or for a file. */
export function DateLinks({ className }: { className: string }) {
  const t = useTranslations('home.ways')
  const locale = useLocale()
  return (
    <nav aria-labelledby="ways-to-dates" className={className}>
      <h2 id="ways-to-dates" className="pb-2 text-ink-3 text-meta">
        {t('title')}
      </h2>
      <ul className="border-rule border-t">
        {Object.entries(ways).map(([name, path]) => (
          <RowLink key={path} href={hrefIn(locale, path)} text={t(name)} />
        ))}
      </ul>
    </nav>
  )
}
