import { useLocale, useTranslations } from 'next-intl'
import { LevelLink } from '@/components/shell/level-link'
import { hrefIn } from '@/components/shell/locales'
import { RowLink } from '@/components/ui/row-link'

type NewsFootProps = {
  /** The province that the page is about; '' for none. */
  region: string
  /** How many questions today's set has. */
  questions: number
}

/** What follows the news, the same under each page of them: reminders, the files, today's set, other news. */
export function NewsFoot({ region, questions }: NewsFootProps) {
  const t = useTranslations('news')
  const locale = useLocale()
  const reminders = region ? `/reminders?region=${region}` : '/reminders'
  return (
    <nav aria-labelledby="what-next" className="print:hidden">
      <h2 id="what-next" className="pb-2 text-ink-3 text-meta">
        {t('next')}
      </h2>
      <ul className="border-rule border-t">
        <RowLink href={hrefIn(locale, reminders)} text={t('reminders')} />
        <RowLink to={LevelLink} href={hrefIn(locale, '/resources')} text={t('resources')} />
        <RowLink href={hrefIn(locale, '/')} text={t('today', { count: questions })} />
        <RowLink href={hrefIn(locale, '/news')} text={t('latest')} />
      </ul>
    </nav>
  )
}
