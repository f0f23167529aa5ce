import { useTranslations } from 'next-intl'
import { useFindingWords } from '@/components/imports/finding-words'
import { sizeWords } from '@/components/uploads/size-words'
import type { ImportView } from '@/domain/imports/output'

/** "识别为 考试宝表格 · GB18030 · 840题", and what is to be said of the file as a whole. */
export function PreviewHead({ shown, subject }: { shown: ImportView; subject: string }) {
  const t = useTranslations('imports')
  const words = useFindingWords()
  const { format, dialect, encoding, counts, findings, fileBytes, status } = shown
  const kind = format && (t.has(`format.${format}`) ? t(`format.${format}`) : format)
  const facts = [
    kind && t('recognised', { kind: dialect ? `${dialect} ${kind}` : kind }),
    encoding,
    counts.questions > 0 && t('count', { count: counts.questions }),
    sizeWords(fileBytes),
    subject,
  ].filter(Boolean)
  return (
    <div className="grid gap-2 pt-1 pb-3 text-small">
      <p className="text-ink-2">
        {status !== 'reading' && `${facts.join(' · ')} · `}
        <span className={status === 'failed' ? 'font-semibold text-part' : 'font-semibold'}>
          {t(`status.${status}`)}
        </span>
      </p>
      {findings.length > 0 && (
        <ul className="grid gap-1" aria-label={t('ofFile')}>
          {findings.map((finding) => (
            <li
              key={finding.code + JSON.stringify(finding.params) + JSON.stringify(finding.place)}
              className={`border-l-2 pl-2.5 ${finding.severity === 'info' ? 'border-edge text-ink-2' : 'border-part'}`}
            >
              <span className={finding.severity === 'info' ? '' : 'font-semibold text-part'}>
                {t(`severity.${finding.severity}`)}
              </span>
              {' · '}
              {words(finding)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
