import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { SenderState } from '@/components/attempts/sender'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { AttemptMode } from '@/domain/attempts/input'

type NoDrillProps = { subject: string; mode?: AttemptMode; code: string }

/** There is nothing to practise here; says why, and what there is. */
export function NoDrill({ subject, mode, code }: NoDrillProps) {
  const t = useTranslations('drill')
  const locale = useLocale()
  const why = code !== 'no-questions' ? 'unknown' : mode === 'mistakes' || mode === 'favourites' ? mode : 'questions'
  const custom = mode === 'custom' && code === 'no-questions'
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{t(`none.${why}`)}</h2>
      <p className="text-ink-2">{t(custom ? 'none.customNote' : `none.${why}Note`)}</p>
      <div className="flex flex-wrap gap-3">
        <Link
          href={hrefIn(locale, custom ? `/practice/${subject}/custom` : `/practice/${subject}/daily`)}
          className={buttonLook()}
        >
          {t(custom ? 'none.choose' : 'none.today')}
        </Link>
        <Link href={hrefIn(locale, `/practice/${subject}`)} className={buttonLook('outlined')}>
          {t('none.subject')}
        </Link>
      </div>
    </div>
  )
}

/** The questions of a new drill come from the server, once. */
export function NotYet({ sender }: { sender: SenderState }) {
  const t = useTranslations('drill')
  return (
    <div role="status" className="grid gap-2 py-10">
      <h2 className="font-song text-heading">{t(sender === 'offline' ? 'offline' : 'refused')}</h2>
      <p className="text-ink-2">{t(sender === 'offline' ? 'offlineNote' : 'refusedNote')}</p>
    </div>
  )
}
