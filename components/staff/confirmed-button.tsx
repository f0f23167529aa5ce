'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { ApiError, ConnectionError } from '@/components/http'
import { Button, buttonLook } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { refusalKey, refused } from './refusal'

type ConfirmedButtonProps = {
  /** Whose words tell why it was refused. */
  space: 'people' | 'imports' | 'bank' | 'resourcesDesk' | 'newsDesk' | 'subsidiesDesk'
  action: string
  /** What is asked back, and what it does. */
  title: string
  effect: string
  /** What it is done to, for who does not see where it stands. */
  named?: ReactNode
  look?: 'filled' | 'outlined' | 'text'
  size?: 'small' | 'large'
  disabled?: boolean
  run: () => Promise<void>
}

/** A button that asks back, says what it does, and tells why where it was refused. */
export function ConfirmedButton(props: ConfirmedButtonProps) {
  const { space, action, title, effect, named, look = 'outlined', size = 'large', disabled = false, run } = props
  const t = useTranslations(space)
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ApiError | ConnectionError | null>(null)
  const close = () => {
    setOpen(false)
    setError(null)
  }
  const confirm = async () => {
    setPending(true)
    setError(null)
    try {
      await run()
      setOpen(false)
    } catch (reason) {
      setError(refused(reason))
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <button
        type="button"
        disabled={disabled}
        onClick={() => setOpen(true)}
        className={buttonLook(look, size === 'small' ? 'whitespace-nowrap max-md:min-h-11' : '', size)}
      >
        {action}
        {named}
      </button>
      <Dialog open={open} title={title} onClose={close}>
        <p className="text-ink-2 text-small">{effect}</p>
        <p role="alert" className="text-part text-small empty:hidden">
          {error && t(refusalKey(error, t.has))}
        </p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="text" onClick={close}>
            {t('cancel')}
          </Button>
          <Button disabledFocusable={pending} onClick={() => void confirm()}>
            {action}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
