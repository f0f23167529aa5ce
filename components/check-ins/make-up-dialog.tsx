import { useTranslations } from 'next-intl'
import { ApiError, ConnectionError } from '@/components/http'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useDateWords } from './dates'

type MakeUpDialogProps = {
  /** The day in question; null while none is. */
  day: string | null
  left: number
  pending: boolean
  error: Error | null
  onClose: () => void
  onConfirm: (day: string) => void
}

export function MakeUpDialog({ day, left, pending, error, onClose, onConfirm }: MakeUpDialogProps) {
  const t = useTranslations('archive')
  const words = useDateWords()
  return (
    <Dialog open={day !== null} title={day ? t('confirmTitle', { date: words.day(day) }) : ''} onClose={onClose}>
      {day && (
        <p className="text-ink-2 text-small">{t('confirm', { month: words.month(day.slice(0, 7)), count: left })}</p>
      )}
      {error && <Refused error={error} />}
      <div className="flex flex-wrap justify-end gap-3 pt-2">
        <Button look="text" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={pending} onClick={() => day && onConfirm(day)}>
          {t('makeUp')}
        </Button>
      </div>
    </Dialog>
  )
}

function Refused({ error }: { error: Error }) {
  const t = useTranslations('errors')
  const code =
    error instanceof ApiError ? error.code : error instanceof ConnectionError ? 'load-connection' : 'internal'
  return (
    <p role="alert" className="text-part text-small">
      {t(t.has(code) ? code : 'internal')}
    </p>
  )
}
