'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useLate } from '@/components/ui/use-late'

type PdfPreviewProps = {
  /** Of the file; parts of it are asked for. */
  address: string
  title: string
  /** How the file can be had when it cannot be shown. */
  instead: ReactNode
}

/** The reader weighs more than all else on the page: it is fetched for who wants it. */
const loadPages = () => import('./pdf-pages')

/** A button that shows the pages of a PDF below it. Without scripts there is none. */
export function PdfPreview({ address, title, instead }: PdfPreviewProps) {
  const t = useTranslations('pdf')
  const [open, setOpen] = useState(false)
  const { part, failed, want } = useLate(loadPages)
  const pages = useId()
  const press = () => {
    setOpen(failed || !open)
    want()
  }
  return (
    <div data-scripted="" className="print:hidden">
      <Button
        look="outlined"
        className="max-[30rem]:w-full"
        aria-expanded={open}
        aria-controls={open ? pages : undefined}
        onClick={press}
      >
        {t(open && !failed ? 'close' : 'preview')}
      </Button>
      {open && (
        <div id={pages} className="pt-3">
          {part ? (
            <part.PdfPages {...{ address, title, instead }} />
          ) : (
            <p role="status" className="py-3 text-ink-2 text-small">
              {t(failed ? 'failed.unreachable' : 'opening')}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
