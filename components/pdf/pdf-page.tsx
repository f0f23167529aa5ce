import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { drawPage } from './draw-page'
import type { Pdf } from './open-pdf'

type PdfPageProps = {
  pdf: Pdf
  number: number
  /** Width by height of a page that nobody has seen yet. */
  shape: number
  /** In CSS pixels. */
  width: number
  frame: RefObject<HTMLElement | null>
}

/** Whether a place is in the frame, or a frame's height away from it. */
function useNear(place: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: frame.current,
      rootMargin: '100% 0px',
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place, frame])
  return near
}

/** A page, drawn while it is near; its place is kept before and after. */
export function PdfPage({ pdf, number, shape, width, frame }: PdfPageProps) {
  const t = useTranslations('pdf')
  const place = useRef<HTMLDivElement>(null)
  const name = useId()
  const [own, setOwn] = useState(shape)
  const [failed, setFailed] = useState(false)
  const near = useNear(place, frame)
  useEffect(() => {
    const box = place.current
    if (!near || !box || width === 0) return
    let left = false
    const drawing = drawPage(pdf, { page: number, width })
    const show = (canvas: HTMLCanvasElement) => {
      if (left) return
      canvas.className = 'block h-auto w-full'
      box.replaceChildren(canvas)
      setOwn(canvas.width / canvas.height)
      setFailed(false)
    }
    drawing.canvas.then(show, () => left || setFailed(true))
    return () => {
      left = true
      drawing.stop()
      box.replaceChildren()
    }
  }, [pdf, number, near, width])
  return (
    <figure className="grid gap-1">
      <div
        ref={place}
        role="img"
        aria-labelledby={name}
        style={{ aspectRatio: own }}
        className="w-full bg-white outline outline-1 outline-rule"
      />
      <figcaption id={name} className="text-center text-ink-3 text-meta">
        {t('page', { number, count: pdf.numPages })}
        {failed && <span className="text-part">{t('pageFailed')}</span>}
      </figcaption>
    </figure>
  )
}
