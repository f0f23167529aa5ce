import { useTranslations } from 'next-intl'

type SteppingProps = { count: string; onList: () => void; onMove: (by: 1 | -1) => void }

/** On phones one question fills the page: back to the list, and to its neighbours. */
export function Stepping({ count, onList, onMove }: SteppingProps) {
  const t = useTranslations('imports')
  const look = 'min-h-11 rounded-button px-2 font-semibold text-deed text-small'
  return (
    <div className="sticky top-0 z-10 -mx-2 flex flex-wrap items-center gap-x-2 border-rule border-b bg-paper md:col-span-2 lg:hidden">
      <button type="button" onClick={onList} className={look}>
        {t('toList')}
      </button>
      <span className="flex-1 text-center text-ink-2 text-meta">{count}</span>
      <button type="button" onClick={() => onMove(-1)} className={look}>
        {t('previous')}
      </button>
      <button type="button" onClick={() => onMove(1)} className={look}>
        {t('next')}
      </button>
    </div>
  )
}
