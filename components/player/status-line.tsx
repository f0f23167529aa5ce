import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Notice } from '@/components/attempts/outbox'
import type { SenderState } from '@/components/attempts/sender'
import { isDurable } from '@/components/attempts/shelf'

/** Whether something has been so for a while: nothing is said about what is over in an instant. */
export function useLasting(is: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!is) return setLasted(false)
    const timer = setTimeout(() => setLasted(true), ms)
    return () => clearTimeout(timer)
  }, [is, ms])
  return is && lasted
}

type StatusLineProps = { sender: SenderState; pending: number; notice: Notice | null; onDismiss: () => void }

/** Says what is kept here and not on the server yet, and what the server decided otherwise. Else it is empty. */
export function StatusLine({ sender, pending, notice, onDismiss }: StatusLineProps) {
  const t = useTranslations('player.status')
  const slow = useLasting(sender === 'sending' && pending > 0, 1500)
  const words = wordsFor(sender, pending, slow)
  const volatile = !isDurable()
  return (
    <div role="status" className="empty:hidden">
      {notice && (
        <p className="flex items-start justify-between gap-3 py-1 text-part text-small">
          {t(`notice.${notice.kind}`)}
          <button type="button" onClick={onDismiss} className="-my-2.5 min-h-11 shrink-0 px-2 text-deed">
            {t('dismiss')}
          </button>
        </p>
      )}
      {words && <p className="py-1 text-ink-2 text-meta">{t(words, { count: pending })}</p>}
      {volatile && <p className="py-1 text-meta text-part">{t('volatile')}</p>}
    </div>
  )
}

function wordsFor(sender: SenderState, pending: number, slow: boolean) {
  if (sender === 'offline') return pending > 0 ? 'offlinePending' : 'offline'
  if (sender === 'refused') return pending > 0 ? 'refusedPending' : 'refused'
  return slow ? 'sending' : null
}
