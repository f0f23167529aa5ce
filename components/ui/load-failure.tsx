'use client'

import { useTranslations } from 'next-intl'
import { ConnectionError } from '@/components/http'

/** Says that something could not be loaded, what was kept, and lets one try again. */
export function LoadFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('errors')
  return (
    <p role="status" className="text-part text-small">
      {t(error instanceof ConnectionError ? 'load-connection' : 'load-internal')}
      <button
        type="button"
        onClick={onRetry}
        className="-my-3 ml-1 min-h-11 rounded-button px-2 font-semibold text-deed"
      >
        {t('retry')}
      </button>
    </p>
  )
}
