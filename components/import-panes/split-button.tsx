import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, buttonLook } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type Draft, letterAt } from '@/domain/formats/draft'

type SplitAt = { stem: number; option?: number }
type SplitButtonProps = { draft: Draft; onSplit: (at: SplitAt) => void }

/** Two questions that were read as one: where the second begins is told by the cursor, and by its first option. */
export function SplitButton({ draft, onSplit }: SplitButtonProps) {
  const t = useTranslations('imports')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState<SplitAt>({ stem: draft.stem.length, option: draft.options.length })
  const show = () => {
    const line = draft.stem.indexOf('\n')
    setAt({ stem: line > 0 ? line + 1 : draft.stem.length, option: Math.ceil(draft.options.length / 2) })
    setOpen(true)
  }
  return (
    <>
      <button type="button" onClick={show} className={buttonLook('outlined', 'max-md:min-h-11', 'small')}>
        {t('split.action')}
      </button>
      <Dialog open={open} title={t('split.title')} onClose={() => setOpen(false)}>
        <label className="grid gap-1 text-ink-2 text-small">
          {t('split.stem')}
          <textarea
            readOnly
            rows={5}
            value={draft.stem}
            onSelect={(event) => setAt({ ...at, stem: event.currentTarget.selectionStart })}
            className="w-full rounded-button border-[1.5px] border-edge bg-paper px-3 py-2 text-small text-ink"
          />
        </label>
        <p className="text-small">
          <span className="text-ink-3 text-meta">{t('split.second')}</span>{' '}
          <span lang="zh-CN" className="line-clamp-2">
            {draft.stem.slice(at.stem) || t('empty')}
          </span>
        </p>
        {draft.options.length > 0 && (
          <label className="grid gap-1 text-ink-2 text-small">
            {t('split.option')}
            <select
              value={at.option}
              onChange={(event) => setAt({ ...at, option: Number(event.target.value) })}
              className="min-h-11 w-full rounded-button border-[1.5px] border-edge bg-paper px-3 text-small text-ink"
            >
              {draft.options.map((option, index) => (
                <option key={letterAt(index)} value={index}>
                  {letterAt(index)} {option.text.slice(0, 40)}
                </option>
              ))}
              <option value={draft.options.length}>{t('split.noOption')}</option>
            </select>
          </label>
        )}
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="text" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button
            onClick={() => {
              setOpen(false)
              onSplit(at)
            }}
          >
            {t('split.action')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
