import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { SenderState } from '@/components/attempts/sender'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'

/** Handed in without a connection: all of it is kept here, and the result comes by itself. */
export function HandedIn({ pending, sender }: { pending: number; sender: SenderState }) {
  const t = useTranslations('player')
  const locale = useLocale()
  return (
    <div role="status" className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{t(sender === 'sending' ? 'handingIn' : 'handedIn')}</h2>
      <p className="text-ink-2">{t('handedInNote', { count: pending })}</p>
      <Link href={hrefIn(locale, '/')} className={buttonLook('outlined')}>
        {t('home')}
      </Link>
    </div>
  )
}
