import { formatNamed } from './file-fault'

const longestMs = 8000

/** The pages of a PDF; null for other files, and for one that this browser cannot read: what it is, the server finds out. */
export function pagesIn(file: File): Promise<number | null> {
  if (formatNamed(file.name) !== 'pdf') return Promise.resolve(null)
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), longestMs))
  // Locked, damaged, or no connection for the reader's script: an edition may go without the number of its pages.
  return Promise.race([countPages(file).catch(() => null), tooLong])
}

async function countPages(file: File): Promise<number> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Weighs more than the page around it, and is needed once a file is there.
  const { openPdf } = await import('@/components/pdf/open-pdf')
  const { pdf, close } = openPdf(bytes)
  return (await pdf.finally(close)).numPages
}
