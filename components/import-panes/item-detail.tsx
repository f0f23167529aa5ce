import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Change } from '@/components/import-decisions/decisions'
import type { Fix } from '@/components/import-decisions/fixes'
import type { ChapterChoice } from '@/components/import-editing/about-fields'
import { EditForm } from '@/components/import-editing/edit-form'
import { usePlaceWords } from '@/components/imports/finding-words'
import type { ItemView } from '@/domain/imports/output'
import { Candidate, type Side } from './candidate'
import { Difference } from './difference'
import { FindingBox } from './finding-box'
import { ItemTools } from './item-tools'
import { Original } from './original'

type ItemDetailProps = {
  id: string
  item: ItemView
  /** The one before it in the file, which it can be merged into; null where the list does not tell. */
  before: ItemView | null
  chapters: readonly ChapterChoice[]
  side: Side
  onFlip: () => void
  isEditing: boolean
  onEdit: (on: boolean) => void
  /** Absent once nothing may be changed. */
  onChange: ((change: Change, into?: ItemView) => Promise<boolean>) | undefined
}

const pane = 'min-w-0 lg:overflow-y-auto lg:overscroll-contain lg:px-4 outline-offset-[-2px]'

/** The middle and the right pane: what the file says with what is wrong, and what a candidate will see. */
export function ItemDetail(props: ItemDetailProps) {
  const { id, item, before, chapters, side, onFlip, isEditing, onEdit, onChange } = props
  const t = useTranslations('imports')
  const place = usePlaceWords()
  const where = place(item.place)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
      <section tabIndex={0} aria-label={t('original')} className={`${pane} lg:border-rule lg:border-r`}>
        <PaneHead title={t('original')} note={where} />
        <FindingBox item={item} onFix={onChange && ((fix: Fix) => void onChange(fix.change))} />
        {item.target && <Difference target={item.target} />}
        <Original item={item} />
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
      <section tabIndex={0} aria-label={t('candidate')} className={pane}>
        <PaneHead title={isEditing ? t('edit.title') : t('candidate')} note={t(`action.${item.action}`)}>
          {!isEditing && item.question && (
            <button
              type="button"
              onClick={onFlip}
              className="min-h-9 rounded-button px-2 text-deed text-small max-md:min-h-11"
            >
              {t(side === 'before' ? 'showAfter' : 'showBefore')}
            </button>
          )}
        </PaneHead>
        {onChange && !isEditing && (
          <ItemTools item={item} before={before} onChange={onChange} onEdit={() => onEdit(true)} />
        )}
        {onChange && isEditing ? (
          <EditForm
            key={item.position}
            id={id}
            item={item}
            chapters={chapters}
            onSave={(draft) => onChange({ draft })}
            onClose={() => onEdit(false)}
          />
        ) : (
          <Candidate item={item} side={side} />
        )}
      </section>
    </>
  )
}

const PaneHead = ({ title, note, children }: { title: string; note: string; children?: ReactNode }) => (
  <div className="flex min-h-11 flex-wrap items-center gap-x-3 lg:min-h-10">
    <h2 className="font-semibold text-small">{title}</h2>
    <span className="min-w-0 flex-1 truncate text-ink-2 text-meta">{note}</span>
    {children}
  </div>
)
