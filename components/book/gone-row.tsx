import { useTranslations } from 'next-intl'

/** Where a row was that has been put away: what became of it, and the way back. */
export function GoneRow({ words, onUndo }: { words: string; onUndo: () => void }) {
  const t = useTranslations('book')
  return (
    <p
      role="status"
      className="flex min-h-13 items-center gap-3 border-rule border-b text-ink-2 text-small print:hidden"
    >
      {words}
      <button type="button" onClick={onUndo} className="min-h-11 rounded-button px-2 text-deed active:bg-sunk">
        {t('undo')}
      </button>
    </p>
  )
}
