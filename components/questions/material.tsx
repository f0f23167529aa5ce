import { useTranslations } from 'next-intl'
import { Html } from './html'

/** A case that several questions share. Read once, it folds away on phones and is one tap off. */
export function Material({ html, open, onToggle }: { html: string; open: boolean; onToggle: () => void }) {
  const t = useTranslations('question')
  return (
    <section className="mb-4 border-rule border-b pb-3" aria-label={t('material')}>
      <div className="flex items-center justify-between">
        <h3 className="text-ink-2 text-small">{t('material')}</h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="-mr-2 min-h-11 rounded-button px-2 text-deed text-small"
        >
          {t(open ? 'materialHide' : 'materialShow')}
        </button>
      </div>
      <div hidden={!open}>
        <Html html={html} className="prose-case" />
      </div>
    </section>
  )
}
