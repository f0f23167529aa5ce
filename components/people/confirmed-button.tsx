'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiError, ConnectionError } from '@/components/http'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type ConfirmedButtonProps = {
  action: string
  /** What is asked back, and what it does. */
  title: string
  effect: string
  disabled?: boolean
  run: () => Promise<void>
}

/** A button that asks back, says what it does, and tells why where it was refused. */
export function ConfirmedButton({ action, title, effect, disabled = false, run }: ConfirmedButtonProps) {
  const t = useTranslations('people')
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const confirm = async () => {
    setPending(true)
    setError(null)
    try {
      await run()
      setOpen(false)
    } catch (reason) {
      if (!(reason instanceof ApiError || reason instanceof ConnectionError)) throw reason
      setError(reason)
    } finally {
      setPending(false)
    }
  }
  const close = () => {
    setOpen(false)
    setError(null)
  }
  return (
    <>
      <Button look="outlined" disabled={disabled} onClick={() => setOpen(true)}>
        {action}
      </Button>
      <Dialog open={open} title={title} onClose={close}>
        <p className="text-ink-2 text-small">{effect}</p>
        <p role="alert" className="text-part text-small empty:hidden">
          {error && t(refusalKey(error, t.has))}
        </p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="text" onClick={close}>
            {t('cancel')}
          </Button>
          <Button disabled={pending} onClick={() => void confirm()}>
            {action}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

function refusalKey(error: ApiError | ConnectionError, isKnown: (key: string) => boolean): string {
  const key = `refused.${error instanceof ConnectionError ? 'connection' : error.code}`
  return isKnown(key) ? key : 'refused.internal'
}
