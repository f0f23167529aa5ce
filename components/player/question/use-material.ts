import { useState } from 'react'
import type { QuestionToAnswer } from '@/domain/questions/view'

/** A case is open when it is met first; with its second question it is folded on phones, where it would fill the page. */
export function useMaterial({ material }: QuestionToAnswer, index: number) {
  const [shown, setShown] = useState<{ id: string | undefined; since: number; index: number; open: boolean }>({
    id: material?.id,
    since: index,
    index,
    open: true,
  })
  let now = shown
  if (shown.id !== material?.id) now = { id: material?.id, since: index, index, open: true }
  else if (shown.index !== index) now = { ...shown, index, open: index === shown.since || isWide() }
  if (now !== shown) setShown(now)
  return { open: now.open, toggle: () => setShown({ ...now, open: !now.open }) }
}

const isWide = () => window.matchMedia('(min-width: 64rem)').matches
