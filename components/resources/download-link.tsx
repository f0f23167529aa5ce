import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { filePath } from './scope'

type DownloadLinkProps = {
  resource: { id: string; title: string }
  look?: 'filled' | 'outlined'
  /** What the button says, where it says more than 下载. */
  words?: string
  className?: string
}

/** Brings the file at once, under the name that the server gives it. */
export function DownloadLink({ resource, look = 'outlined', words, className = '' }: DownloadLinkProps) {
  const t = useTranslations('resources')
  return (
    <a href={filePath(resource.id)} download className={buttonLook(look, className)}>
      {words ?? t('download')}
      <span className="sr-only" lang="zh-CN">
        {resource.title}
      </span>
    </a>
  )
}
