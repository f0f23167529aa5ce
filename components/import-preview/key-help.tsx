import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

const keys = [
  ['J K', 'move'],
  ['1–9', 'fix'],
  ['E', 'edit'],
  ['S', 'skip'],
  ['U', 'undo'],
  ['V', 'flip'],
  ['/', 'filter'],
  ['Ctrl Enter', 'save'],
  ['Esc', 'leave'],
] as const

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('imports.keys')
  return (
    <Dialog open title={t('title')} onClose={onClose}>
      <dl className="grid grid-cols-[6rem_1fr] gap-y-1.5 text-small">
        {keys.map(([sign, does]) => (
          <div key={sign} className="contents">
            <dt className="font-semibold">{sign}</dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <Button look="outlined" onClick={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  )
}
