import { useTranslations } from 'next-intl'
import type { ResourceStatus } from './queries'

const looks: Record<ResourceStatus, string> = {
  draft: 'text-part',
  published: 'text-(--color-right)',
  retired: 'text-ink-3 line-through decoration-1',
}

/** Where a resource stands. */
export function StatusWord({ status }: { status: ResourceStatus }) {
  const t = useTranslations('resourcesDesk.status')
  return <span className={looks[status]}>{t(status)}</span>
}
