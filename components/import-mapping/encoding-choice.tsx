import { useTranslations } from 'next-intl'
import type { ImportView } from '@/domain/imports/output'

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const

type EncodingChoiceProps = { encoding: string; shown: ImportView; onChoose: (encoding: string) => void }

/** For text that was read as what it is not. */
export function EncodingChoice({ encoding, shown, onChoose }: EncodingChoiceProps) {
  const t = useTranslations('imports.mapping')
  if (shown.encoding === null) return null
  return (
    <label className="flex flex-wrap items-center gap-3 pb-4 text-small">
      {t('encoding')}
      <select
        value={encoding}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 rounded-button border-[1.5px] border-edge bg-paper px-2 text-small md:min-h-9"
      >
        <option value="">{t('asRead', { encoding: shown.encoding })}</option>
        {encodings.map((one) => (
          <option key={one} value={one}>
            {one.toUpperCase()}
          </option>
        ))}
      </select>
    </label>
  )
}
