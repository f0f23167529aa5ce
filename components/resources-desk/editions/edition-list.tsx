import { useTranslations } from 'next-intl'
import { useFileWords } from '@/components/resources/file-words'
import { type Edition, editionFilePath } from '@/components/resources-desk/queries'
import { buttonLook } from '@/components/ui/button'
import type { ResourceDeskView } from '@/domain/resources/desk/output'

/** All files that a resource ever had, the latest first; readers get the one that is marked. */
export function EditionList({ resource: { id, editions } }: { resource: ResourceDeskView }) {
  const t = useTranslations('resourcesDesk')
  if (editions.length === 0) return null
  return (
    <ol aria-label={t('editions')} className="border-rule border-t">
      {editions.map((edition) => (
        <EditionRow key={edition.id} resource={id} edition={edition} />
      ))}
    </ol>
  )
}

function EditionRow({ resource, edition }: { resource: string; edition: Edition }) {
  const t = useTranslations('resourcesDesk')
  const words = useFileWords()
  return (
    <li className="grid gap-1 border-rule border-b py-3 text-small">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-semibold">{edition.edition}</span>
          {edition.isCurrent && <span className="text-(--color-right)">{t('current')}</span>}
        </p>
        <a
          href={editionFilePath(resource, edition.id)}
          download
          className={buttonLook('outlined', 'max-md:min-h-11', 'small')}
        >
          {t('download')}
          <span className="sr-only">{edition.edition}</span>
        </a>
      </div>
      <p className="text-ink-2">{words(edition)}</p>
      <p lang="zh-CN" className="[overflow-wrap:anywhere]">
        {edition.changes}
      </p>
      <p className="text-ink-3 text-meta">
        {[edition.licence, edition.checkedOn && t('checkedOn', { day: edition.checkedOn })].filter(Boolean).join(' · ')}
      </p>
      <p className="break-all font-mono text-ink-3 text-meta">
        <span className="font-hei">SHA-256 </span>
        {edition.sha256}
      </p>
    </li>
  )
}
