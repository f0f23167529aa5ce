'use client'

import type { FormEvent, ReactNode, RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Failure } from './failure'

type FormProps = {
  use: {
    form: RefObject<HTMLFormElement | null>
    submit: (event: FormEvent<HTMLFormElement>) => void
    pending: boolean
    error: Error | null
  }
  /** Words of the one button. */
  action: string
  children?: ReactNode
}

/** Posts, should it be sent before the scripts are awake: a password must never stand in an address. */
export function Form({ use, action, children }: FormProps) {
  return (
    <form ref={use.form} method="post" noValidate onSubmit={use.submit} className="grid gap-5">
      {children}
      <Failure error={use.error} />
      <Button type="submit" aria-disabled={use.pending} className="w-full aria-disabled:opacity-60">
        {action}
      </Button>
    </form>
  )
}
