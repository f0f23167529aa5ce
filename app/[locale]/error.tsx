'use client'

import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { Button, buttonLook } from '@/components/ui/button'

/** A page that failed while it was drawn. What was answered lies in storage and on the server, untouched. */
export default function PageError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations('errors')
  const locale = useLocale()
  return (
    <main
      id="main"
      className="mx-auto min-h-dvh max-w-[42rem] bg-paper px-4 pt-16 pb-16 md:border-rule md:border-x md:px-10"
    >
      <h1 className="font-song text-heading">{t('title')}</h1>
      <p className="pt-2 text-ink-2">{t('detail')}</p>
      <div className="flex flex-wrap gap-3 pt-6">
        <Button onClick={() => retry()}>{t('retry')}</Button>
        <a href={hrefIn(locale, '/')} className={buttonLook('outlined')}>
          {t('home')}
        </a>
      </div>
    </main>
  )
}
