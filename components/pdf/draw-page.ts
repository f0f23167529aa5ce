import type { Pdf } from './open-pdf'

/** More than this is not seen, and some phones give no canvas so large. */
const largestCanvas = 8_000_000

type Drawing = { canvas: Promise<HTMLCanvasElement>; stop: () => void }
type Asked = { page: number; width: number }

/**
 * A page as a picture, sharp at `width` CSS pixels. What is stopped is let go of at once: its canvas is made empty, because
 * some browsers keep the memory of one that nobody holds any more.
 */
export function drawPage(pdf: Pdf, { page: number, width }: Asked): Drawing {
  const canvas = document.createElement('canvas')
  let stopped = false
  let cancel = () => {}
  const draw = async () => {
    const page = await pdf.getPage(number)
    if (stopped) return canvas
    const whole = page.getViewport({ scale: 1 })
    const wished = (width * devicePixelRatio) / whole.width
    const scale = Math.min(wished, Math.sqrt(largestCanvas / (whole.width * whole.height)))
    const viewport = page.getViewport({ scale })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    cancel = () => {
      task.cancel()
      page.cleanup()
    }
    await task.promise
    return canvas
  }
  const stop = () => {
    stopped = true
    cancel()
    canvas.width = 0
    canvas.height = 0
  }
  return { canvas: draw(), stop }
}
