import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

// The build for older browsers: the other one needs what came in 2025.
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href

/** Tables of Chinese characters, the fonts that every reader has, and decoders of scans (bin/build.mjs puts them there). */
const parts = (name: string) => new URL(`/_next/static/pdf/${version}/${name}/`, location.origin).href
/** A part of a file: few requests, and little that nobody looks at. */
const partBytes = 256 * 1024
const largestPicture = 50_000_000

export type Pdf = PDFDocumentProxy
type Opening = { pdf: Promise<Pdf>; close: () => void }

/**
 * Opens a PDF by its address, of which only the parts are fetched that the pages need; or one that is here, by its bytes.
 * `close` lets go of it, of its worker, and of what is on its way; `pdf` then never comes.
 */
export function openPdf(source: string | Uint8Array): Opening {
  const task = getDocument({
    ...(typeof source === 'string' ? { url: source } : { data: source }),
    rangeChunkSize: partBytes,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: parts('cmaps'),
    standardFontDataUrl: parts('standard_fonts'),
    wasmUrl: parts('wasm'),
    // Forms that are programs, and text that becomes code, are not for a page that shows what somebody uploaded.
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: largestPicture,
    verbosity: VerbosityLevel.ERRORS,
  })
  return { pdf: task.promise, close: () => void task.destroy() }
}
