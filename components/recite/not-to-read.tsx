import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { Reading } from './queries'
import type { ReadingRefusal } from './refusal'

/** There is nothing to read, or not yet: today's set is done first. */
export function NotToRead({ refusal, reading: { subject, on } }: { refusal: ReadingRefusal; reading: Reading }) {
  const t = useTranslations('recite')
  const locale = useLocale()
  const part = refusal === 'not-done-yet' ? 'notDone' : 'nothing'
  return (
    <div className="grid justify-items-start gap-3 py-10">
      <h2 className="font-semibold">{t(`${part}.title`)}</h2>
      <p className="text-ink-2 text-small">{t(`${part}.note`)}</p>
      <Link
        href={hrefIn(locale, `/practice/${subject}/daily${on && part === 'notDone' ? `?on=${on}` : ''}`)}
        className={buttonLook()}
      >
        {t('doSet')}
      </Link>
    </div>
  )
}
