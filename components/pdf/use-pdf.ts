import { useEffect, useState } from 'react'
import { openPdf, type Pdf } from './open-pdf'

/** Why there is nothing to see; what is not told apart is a file that this reader cannot read. */
type PdfFault = 'locked' | 'unreachable' | 'unreadable'
type Opened = { state: 'opening' } | { state: 'open'; pdf: Pdf } | { state: 'failed'; why: PdfFault }

const faults: Record<string, PdfFault> = {
  PasswordException: 'locked',
  ResponseException: 'unreachable',
  // What `fetch` throws when there is no connection.
  UnknownErrorException: 'unreachable',
}

/** The file at an address, open for as long as somebody looks at it. @param attempt another number opens it anew */
export function usePdf(address: string, attempt: number): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what opens it anew
  useEffect(() => {
    let left = false
    const { pdf, close } = openPdf(address)
    setOpened({ state: 'opening' })
    pdf.then(
      (there) => left || setOpened({ state: 'open', pdf: there }),
      (error: Error) => left || setOpened({ state: 'failed', why: faults[error.name] ?? 'unreadable' }),
    )
    return () => {
      left = true
      close()
    }
  }, [address, attempt])
  return opened
}
