import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Pdf } from './open-pdf'
import { PdfPage } from './pdf-page'
import { usePdf } from './use-pdf'

type PdfPagesProps = {
  address: string
  title: string
  /** How else the file can be had. */
  instead: ReactNode
}

/** In parts of the frame's width. */
const zooms = [1, 1.5, 2, 3]
/** A4, until a page has said its own. */
const a4 = 210 / 297

/** All pages of a file, one below the other, in a frame of their own. */
export function PdfPages({ address, title, instead }: PdfPagesProps) {
  const t = useTranslations('pdf')
  const [attempt, setAttempt] = useState(0)
  const opened = usePdf(address, attempt)
  if (opened.state === 'open') return <Pages pdf={opened.pdf} title={title} />
  if (opened.state === 'opening')
    return (
      <p role="status" className="py-3 text-ink-2 text-small">
        {t('opening')}
      </p>
    )
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 py-3">
      <p className="text-part text-small">{t(`failed.${opened.why}`)}</p>
      {opened.why === 'unreachable' && (
        <Button look="outlined" onClick={() => setAttempt(attempt + 1)}>
          {t('again')}
        </Button>
      )}
      {instead}
    </div>
  )
}

/** How wide the frame is inside, in CSS pixels, as it changes. */
function useWidth() {
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!frame.current) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  return { frame, width }
}

function Pages({ pdf, title }: { pdf: Pdf; title: string }) {
  const t = useTranslations('pdf')
  const { frame, width } = useWidth()
  const [zoom, setZoom] = useState(0)
  const times = zooms[zoom] ?? 1
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return (
    <>
      <div className="flex items-center gap-2 py-2">
        <p role="status" className="min-w-0 flex-1 text-ink-3 text-meta">
          {t('open', { count: pdf.numPages })}
        </p>
        <Button look="outlined" disabledFocusable={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t('smaller')}
        </Button>
        <Button look="outlined" disabledFocusable={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t('larger')}
        </Button>
      </div>
      <section
        ref={frame}
        // Scrolled by keys as well.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached
        tabIndex={0}
        aria-label={t('frame', { title })}
        className="h-[75dvh] overflow-auto border border-edge bg-desk p-2 md:p-4"
      >
        <div className="grid gap-4" style={{ width: `${times * 100}%` }}>
          {numbers.map((number) => (
            <PdfPage key={number} {...{ pdf, number, frame }} shape={a4} width={width * times} />
          ))}
        </div>
      </section>
    </>
  )
}
