import { useTranslations } from 'next-intl'
import { type Fix, numberedFixes } from '@/components/import-decisions/fixes'
import { useFindingWords, usePlaceWords } from '@/components/imports/finding-words'
import { buttonLook } from '@/components/ui/button'
import type { Finding } from '@/domain/formats/findings'
import type { ItemView } from '@/domain/imports/output'
import { KeySign } from './key-sign'

type FindingBoxProps = { item: ItemView; onFix: ((fix: Fix) => void) | undefined }

/** "第37行 · 答案F不在A–D中", and what one press can do about it; the numbers are keys. */
export function FindingBox({ item, onFix }: FindingBoxProps) {
  const t = useTranslations('imports')
  if (item.findings.length === 0) return <p className="pb-2 text-ink-2 text-small">{t('noFindings')}</p>
  return (
    <ul className="grid gap-2 pb-3">
      {numberedFixes(item).map(({ finding, fixes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be alike in everything
        <li key={index} className={`border-l-2 pl-2.5 ${finding.severity === 'info' ? 'border-edge' : 'border-part'}`}>
          <Told finding={finding} />
          {onFix && fixes.length > 0 && (
            <div className="flex flex-wrap gap-2 pt-1.5">
              {fixes.map((fix) => (
                <FixButton key={fix.number} fix={fix} onFix={onFix} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Told({ finding }: { finding: Finding }) {
  const t = useTranslations('imports')
  const place = usePlaceWords()
  const words = useFindingWords()
  const where = place(finding.place)
  return (
    <p className="text-small">
      <span className={`font-semibold ${finding.severity === 'info' ? 'text-ink-2' : 'text-part'}`}>
        {t(`severity.${finding.severity}`)}
      </span>
      {where && ` · ${where}`} · {words(finding)}
    </p>
  )
}

function FixButton({ fix, onFix }: { fix: Fix & { number: number }; onFix: (fix: Fix) => void }) {
  const t = useTranslations('imports.fix')
  const types = useTranslations('imports.type')
  const { label, number } = fix
  const words = types.has(label) ? types(label) : t.has(label) ? t(label) : label
  return (
    <button type="button" onClick={() => onFix(fix)} className={buttonLook('outlined', 'max-md:min-h-11', 'small')}>
      {number < 10 && <KeySign sign={String(number)} />}
      {words}
    </button>
  )
}
