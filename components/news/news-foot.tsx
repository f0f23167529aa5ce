import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { LevelLink } from '@/components/shell/level-link'
import { hrefIn } from '@/components/shell/locales'

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
        <Row to={Link} href={hrefIn(locale, reminders)} words={t('reminders')} />
        <Row to={LevelLink} href={hrefIn(locale, '/resources')} words={t('resources')} />
        <Row to={Link} href={hrefIn(locale, '/')} words={t('today', { count: questions })} />
        <Row to={Link} href={hrefIn(locale, '/news')} words={t('latest')} />
      </ul>
    </nav>
  )
}

const Row = ({ to: To, href, words }: { to: typeof Link | typeof LevelLink; href: string; words: string }) => (
  <li className="border-rule border-b">
    <To
      href={href}
      prefetch={false}
      className="-mx-4 flex min-h-12 items-center justify-between px-4 text-small active:bg-sunk md:mx-0 md:px-0 md:hover:bg-sunk"
    >
      {words}
      <span aria-hidden="true" className="text-ink-3">
        →
      </span>
    </To>
  </li>
)
