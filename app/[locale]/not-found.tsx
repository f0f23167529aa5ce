import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { buttonLook } from '@/components/ui/button'

export default function NotFound() {
  const t = useTranslations('notFound')
  const locale = useLocale()
  return (
    <PageFrame locale={locale} path="/">
      <div className="mx-auto w-full max-w-[42rem] pt-16 pb-16">
        <h1 className="font-song text-heading">{t('title')}</h1>
        <p className="pt-2 text-ink-2">{t('detail')}</p>
        <div className="flex flex-wrap gap-3 pt-6">
          <a href={hrefIn(locale, '/')} className={buttonLook('filled')}>
            {t('today')}
          </a>
          <a href={hrefIn(locale, '/practice')} className={buttonLook('outlined')}>
            {t('practice')}
          </a>
        </div>
      </div>
    </PageFrame>
  )
}
