'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Row } from './section'

type UnfoldProps = {
  label: ReactNode
  note?: ReactNode
  action: string
  cancel: string
  /** What opens; `close` folds it again. */
  children: (close: () => void) => ReactNode
}

/** A row whose button opens a form below it. */
export function Unfold({ label, note, action, cancel, children }: UnfoldProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <Row label={label} note={note}>
        <Button look="outlined" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? cancel : action}
        </Button>
      </Row>
      <div id={id} hidden={!open} className="border-rule border-b py-4">
        {open && <div className="max-w-[26rem]">{children(() => setOpen(false))}</div>}
      </div>
    </>
  )
}
