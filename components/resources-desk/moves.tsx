import { useTranslations } from 'next-intl'
import { ConfirmedButton } from '@/components/staff/confirmed-button'
import { useAwake } from '@/components/ui/use-awake'
import type { ResourceDeskView } from '@/domain/resources/desk/output'
import { publishResource, retireResource } from './queries'

type MovesProps = { resource: ResourceDeskView; onMoved: (move: 'publish' | 'retire') => Promise<void> }

/** Before readers, and away from them. */
export function Moves({ resource: { id, title, status, edition }, onMoved }: MovesProps) {
  const t = useTranslations('resourcesDesk')
  const awake = useAwake()
  const isPublished = status === 'published'
  const move = isPublished ? 'retire' : 'publish'
  return (
    <ConfirmedButton
      space="resourcesDesk"
      // The one for what is next is another button, and closed when it comes.
      key={move}
      action={t(`move.${move}.action`)}
      title={t(`move.${move}.title`, { title })}
      effect={t(`move.${move}.effect`)}
      look={isPublished || edition === null ? 'outlined' : 'filled'}
      disabled={!awake || (!isPublished && edition === null)}
      run={async () => {
        await (isPublished ? retireResource : publishResource)(id)
        await onMoved(move)
      }}
    />
  )
}
