import { useTranslations } from 'next-intl'
import { type Chapter, inTree } from '@/components/subjects/queries'

type ChapterPickerProps = {
  chapters: readonly Chapter[]
  /** Keys; none for all. */
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** The chapters as boxes to tick: 全部, or some. A chapter takes those below it along. */
export function ChapterPicker({ chapters, chosen, onChoose }: ChapterPickerProps) {
  const t = useTranslations('custom')
  const subject = useTranslations('subject')
  const toggle = (key: string, on: boolean) => {
    const family = new Set(withChildren(chapters, key))
    const others = chosen.filter((one) => !family.has(one))
    onChoose(on ? [...others, ...family] : others)
  }
  const row = 'flex min-h-11 items-center gap-3 border-rule border-b py-1.5'
  const box = 'size-5 shrink-0 accent-deed'
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{t('chapters')}</legend>
      <label className={`${row} border-t`}>
        <input type="checkbox" className={box} checked={chosen.length === 0} onChange={() => onChoose([])} />
        {t('allChapters')}
      </label>
      {inTree(chapters).map(({ chapter: { key, title, count }, depth }) => (
        <label
          key={key}
          className={`${row} ${count === 0 ? 'text-ink-3' : ''}`}
          style={{ paddingInlineStart: `${depth * 2}em` }}
        >
          <input
            type="checkbox"
            className={box}
            disabled={count === 0}
            checked={chosen.includes(key)}
            onChange={(event) => toggle(key, event.target.checked)}
          />
          <span className="min-w-0 flex-1" lang="zh-CN">
            {title}
          </span>
          <span className="shrink-0 text-ink-3 text-meta">
            {count === 0 ? subject('chapterNone') : subject('chapterCount', { count })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A chapter and all below it that have questions. */
function withChildren(chapters: readonly Chapter[], key: string): string[] {
  const below = chapters.filter((one) => one.parent === key).flatMap((one) => withChildren(chapters, one.key))
  const has = chapters.some((one) => one.key === key && one.count > 0)
  return has ? [key, ...below] : below
}
