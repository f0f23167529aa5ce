'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

type DialogProps = {
  open: boolean
  title: string
  /** Called when it is dismissed: Escape, a tap beside it, or the form inside. */
  onClose: () => void
  children: ReactNode
}

/** A question that must be answered first: a sheet from below on phones, in the middle from 768 px. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open && box.current?.open) box.current.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is for the ground beside it
    <dialog
      ref={box}
      aria-labelledby={heading}
      // Escape is answered here, before anything closes: the browser tells of a close only later, and a key pressed
      // between the two, which asked again, was taken for the closing of the new question.
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={() => box.current?.open || onClose()}
      onClick={(event) => event.target === box.current && onClose()}
      className="fixed inset-x-0 top-auto bottom-0 m-0 w-full max-w-none animate-sheet rounded-t-button border-edge border-t bg-paper text-ink backdrop:bg-ink/40 md:inset-0 md:m-auto md:max-w-md md:animate-none md:rounded-button md:border dark:backdrop:bg-desk/70"
    >
      <div className="grid gap-3 px-4 pt-6 pb-[max(1rem,env(safe-area-inset-bottom))] md:p-6">
        <h2 id={heading} className="font-semibold text-body">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
