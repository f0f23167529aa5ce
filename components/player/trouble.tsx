import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ApiError } from '@/components/http'
import { buttonLook } from '@/components/ui/button'
import { LoadFailure } from '@/components/ui/load-failure'

/** The set could not be had: there is none for that day, or it did not come. */
export function Trouble({ error, today, onRetry }: { error: Error; today: string; onRetry: () => void }) {
  const t = useTranslations('player')
  if (!(error instanceof ApiError && error.status === 404))
    return (
      <div className="py-10">
        <LoadFailure error={error} onRetry={onRetry} />
      </div>
    )
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <h2 className="font-song text-heading">{t('notSet')}</h2>
      <p className="text-ink-2">{t('notSetNote')}</p>
      <Link href={today} className={buttonLook()}>
        {t('toToday')}
      </Link>
    </div>
  )
}
