import type { Solution } from '@/domain/questions/view'

export type RowMark = {
  /** Key of the word under `question`; none for an option that was rightly left alone. */
  word: 'rowRight' | 'rowMissed' | 'rowKey' | 'rowWrong' | null
  pen: 'right' | 'partial' | 'wrong'
  wash: string
  ink: string
}

/** How the marker's pen marks one option: by whether it was chosen, and whether it is in the key. */
export function markOf(
  id: string,
  chosen: readonly string[],
  { key }: Pick<Solution, 'key'>,
  multiple: boolean,
): RowMark {
  const isKey = Array.isArray(key) && key.some((one) => one === id)
  const isChosen = chosen.includes(id)
  if (isKey && isChosen) return { word: 'rowRight', pen: 'right', wash: 'bg-right-wash', ink: 'text-(--color-right)' }
  // A key left out of some that were ticked is a part missed; otherwise it is simply the answer.
  if (isKey && multiple && chosen.length > 0)
    return { word: 'rowMissed', pen: 'partial', wash: 'bg-part-wash', ink: 'text-part' }
  if (isKey) return { word: 'rowKey', pen: 'right', wash: 'bg-right-wash', ink: 'text-(--color-right)' }
  if (isChosen) return { word: 'rowWrong', pen: 'wrong', wash: 'bg-seal-wash', ink: 'text-seal-text' }
  return { word: null, pen: 'wrong', wash: '', ink: '' }
}
