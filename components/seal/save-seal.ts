import { drawSealCard, type SealCard } from './seal-card'

/** Shares the card where fingers can share files, else downloads it. */
export async function saveSeal(card: SealCard): Promise<'shared' | 'dismissed' | 'downloaded'> {
  const file = new File([await drawSealCard(card)], sealFileName(card), { type: 'image/png' })
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return 'shared'
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      if (error.name === 'AbortError') return 'dismissed'
      // Sharing is refused when drawing took too long after the tap; downloading is not.
      if (error.name !== 'NotAllowedError') throw error
    }
  }
  download(file)
  return 'downloaded'
}

function sealFileName({ product, on }: Pick<SealCard, 'product' | 'on'>): string {
  return `${product}-${on}.png`
}

function download(file: File) {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: file.name }).click()
  // Safari reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
